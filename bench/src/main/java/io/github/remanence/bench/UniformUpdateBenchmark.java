package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** How fast is an update that gives the same pulses to every device, 8 bytes a device? */
public class UniformUpdateBenchmark extends CoreBenchmark {

  static final double PULSES = 3;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param({"0", "0.5", "1"})
  public double field;

  private UpdatePlan plan;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    pulses = PulsePair.uniform(PULSES);
    workbench = offHeap(plan.curve());
  }

  /** One update of the whole crossbar: n pulses, or -n by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.update(plan, pulses, counter);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }
}
