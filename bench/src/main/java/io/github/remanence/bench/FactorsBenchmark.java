package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DeviceFactors;
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

  private final Drawn drawn = new Drawn();
  private UpdatePlan plan;
  private byte[] counts;
  private DeviceFactors factorsOfDevices;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar and draws counts and factors. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    counts = drawn.counts(MOST_PULSES, shape().devices());
    factorsOfDevices = drawFactors();
    pulses = PulsePair.int8(counts, shape().rows(), shape().cols(), factorBytes());
    Crossbar crossbar = Crossbar.offHeap(shape().rows(), shape().cols());
    workbench = on(crossbar.withFactors(factorsOfDevices), plan.curve());
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

  DeviceFactors factorsOfDevices() {
    return factorsOfDevices;
  }

  private DeviceFactors drawFactors() {
    DeviceFactors none = DeviceFactors.of(shape().rows(), shape().cols());
    return switch (factors) {
      case "pulses" -> none.onPulses(spread());
      case "nonlinearity" -> none.onNonlinearity(spread());
      case "window" -> none.onWindow(nearOne(), nearOne());
      case "all" -> none.onPulses(spread()).onNonlinearity(spread()).onWindow(nearOne(), nearOne());
      default ->
          throw new IllegalArgumentException(
              "factors are on pulses, nonlinearity, window or all, was '%s'".formatted(factors));
    };
  }

  private int factorBytes() {
    int number =
        switch (factors) {
          case "window" -> 2;
          case "all" -> 4;
          default -> 1;
        };
    return number * Short.BYTES;
  }

  private Crossbar spread() {
    return matrix(drawn.factors(shape().devices()));
  }

  /** So near that every window stays one. */
  private Crossbar nearOne() {
    return matrix(drawn.evenly(0.95, 1.05, shape().devices()));
  }

  private Crossbar matrix(float[] values) {
    return Crossbar.wrap(values, shape().rows(), shape().cols());
  }
}
