package io.github.remanence.bench;

import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Does it matter what else the JVM has run before? What it learns of all forms and devices decides
 * how it compiles the code that they share.
 */
public class MixedFormsBenchmark extends FormBenchmark {

  /** What ran before: nothing, or every other form of update of several devices. */
  @Param({"alone", "mixed"})
  public String history;

  /** The form of the pulses. */
  @Param({"uniform", "int8", "float32"})
  public String form;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param("0.5")
  public double field;

  private UpdatePlan plan;
  private Form pulses;
  private Workbench workbench;

  /** Runs the history and fills a crossbar. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    workbench = offHeap(plan.curve());
    pulses = Form.of(form, shape());
    switch (history) {
      case "alone" -> {}
      case "mixed" -> new OtherForms(workbench.kernel()).run();
      default ->
          throw new IllegalArgumentException(
              "a history is alone or mixed, was '%s'".formatted(history));
    }
  }

  /** One update of the whole crossbar: the pulses, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.update(plan, pulses.pulses(), counter);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  Form form() {
    return pulses;
  }
}
