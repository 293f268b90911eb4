package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast is an update with int8 counts if every device differs from the model, in its number of
 * pulses, its nonlinearity, its window? 9 bytes a device and 2 for each factor.
 */
public class FactorsBenchmark extends FormBenchmark {

  private static final int MOST_PULSES = 7;

  /** What differs from device to device. */
  @Param({"pulses", "nonlinearity", "window", "all"})
  public String factors;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param("0.5")
  public double field;

  private UpdatePlan plan;
  private byte[] counts;
  private OwnFactors ownFactors;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar and draws counts and factors. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    Drawn drawn = new Drawn();
    counts = drawn.counts(MOST_PULSES, shape().devices());
    ownFactors = OwnFactors.of(factors, shape(), drawn);
    pulses = PulsePair.int8(counts, shape().rows(), shape().cols(), ownFactors.bytesPerDevice());
    Crossbar crossbar = Crossbar.offHeap(shape().rows(), shape().cols());
    workbench = on(crossbar.withFactors(ownFactors.values()), plan.curve());
  }

  /** One update of the whole crossbar: the counts, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.update(plan, pulses, counter);
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
}
