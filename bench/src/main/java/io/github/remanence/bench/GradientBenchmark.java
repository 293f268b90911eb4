package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast is an update with a rate times a float32 gradient, where too few pulses do nothing? 12
 * bytes a device; the loop {@code float32} of {@link PeerBenchmark} does the same.
 */
public class GradientBenchmark extends FormBenchmark {

  static final double RATE = 7;
  static final double DEAD_ZONE = 0.1;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param({"0", "0.5", "1"})
  public double field;

  private UpdatePlan plan;
  private float[] gradient;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar and draws a gradient from -1 to 1. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    gradient = new Drawn().evenly(-1, 1, shape().devices());
    pulses = PulsePair.of(up(RATE), up(-RATE), Float.BYTES);
    workbench = offHeap(plan.curve());
  }

  private Pulses up(double rate) {
    return Pulses.gradient(gradient, shape().rows(), shape().cols(), rate, DEAD_ZONE);
  }

  /** One update of the whole crossbar: up the gradient, or down by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.update(plan, pulses, counter);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  float[] gradient() {
    return gradient;
  }
}
