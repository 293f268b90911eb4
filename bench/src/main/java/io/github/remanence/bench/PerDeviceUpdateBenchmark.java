package io.github.remanence.bench;

import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast is an update that gives every device its own pulses, of either sign, 9 bytes a device
 * with int8 counts and 12 with float32?
 */
public class PerDeviceUpdateBenchmark extends CoreBenchmark {

  /** How the counts are stored. */
  @Param({"int8", "float32"})
  public String counts;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param({"0", "0.5", "1"})
  public double field;

  private UpdatePlan plan;
  private Form form;
  private Workbench workbench;

  /** Fills a crossbar and draws the counts: whole ones from -7 to 7, fractional if float32. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    form = Form.of(counts, shape());
    workbench = offHeap(plan.curve());
  }

  /** One update of the whole crossbar: the counts, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.update(plan, form.pulses(), counter);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  Form form() {
    return form;
  }
}
