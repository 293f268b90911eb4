package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast is an update with int8 counts if the answer of every device is noisy, so that each takes
 * a normal number, and if devices differ as well?
 *
 * <p>9 bytes a device and 2 for each factor, as without noise: random numbers are made, not read.
 * The loop {@code noise} of {@link PeerBenchmark} does the same; {@code numbers=normal} of {@link
 * RandomBenchmark} is what the numbers alone cost.
 */
public class NoiseBenchmark extends FormBenchmark {

  static final long SEED = 1124;

  private static final int MOST_PULSES = 7;

  /** What the deviation is a part of. */
  @Param({"per-step", "range-sqrt-n", "range"})
  public String noise;

  /** What differs from device to device. */
  @Param({"none", "pulses", "all"})
  public String factors;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param("0.5")
  public double field;

  private UpdatePlan plan;
  private byte[] counts;
  private OwnFactors ownFactors;
  private PulsePair pulses;
  private Workbench workbench;
  private long nextUpdate;

  /** Fills a crossbar and draws counts and factors. */
  @Setup
  public void setUp() {
    NonIdealities noisy = NonIdealities.NONE.withCycleNoise(cycleNoise());
    plan = UpdatePlan.of(Presets.bernard2025().with(noisy), FieldState.at(field));
    Drawn drawn = new Drawn();
    counts = drawn.counts(MOST_PULSES, shape().devices());
    ownFactors = OwnFactors.of(factors, shape(), drawn);
    pulses = PulsePair.int8(counts, shape().rows(), shape().cols(), ownFactors.bytesPerDevice());
    Crossbar crossbar = Crossbar.offHeap(shape().rows(), shape().cols());
    workbench = on(crossbar.withFactors(ownFactors.values()), plan.curve());
    nextUpdate = 0;
  }

  /** One noisy update of the whole crossbar: the counts, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.update(plan, pulses, nextDraws(), counter);
  }

  /** Every update has random numbers of its own. */
  Draws nextDraws() {
    return Draws.of(SEED, nextUpdate++);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  byte[] counts() {
    return counts;
  }

  OwnFactors ownFactors() {
    return ownFactors;
  }

  CycleNoise cycleNoise() {
    return switch (noise) {
      case "per-step" -> new CycleNoise(Convention.PER_STEP, 0.3, Mode.AGGREGATE);
      case "range-sqrt-n" -> new CycleNoise(Convention.RANGE_SQRT_N, 0.01, Mode.AGGREGATE);
      case "range" -> new CycleNoise(Convention.RANGE, 0.01, Mode.AGGREGATE);
      default ->
          throw new IllegalArgumentException(
              "noise is per-step, range-sqrt-n or range, was '%s'".formatted(noise));
    };
  }
}
