package io.github.remanence.bench;

import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast is a change of field, if devices keep their pulse coordinate x and if they keep their
 * value w? Either moves 8 bytes a device.
 */
public class FieldChangeBenchmark extends CoreBenchmark {

  /** What a device keeps. */
  @Param({"keep-x", "keep-w"})
  public String rule;

  /** The reduced field h that is switched on and off. */
  @Param({"0.5", "1"})
  public double field;

  private FieldChange on;
  private FieldChange off;
  private boolean isOn;
  private Workbench workbench;

  /** Fills a crossbar; there is no field yet. */
  @Setup
  public void setUp() {
    UpdatePlan without = bernard2025(0);
    UpdatePlan with = bernard2025(field);
    on = change(without, with);
    off = change(with, without);
    isOn = false;
    workbench = offHeap(without.curve());
  }

  /** One change over the whole crossbar: the field comes, and goes the next time. */
  @Benchmark
  public void change(Traffic counter) {
    workbench.change(isOn ? off : on, counter);
    isOn = !isOn;
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  private FieldChange change(UpdatePlan from, UpdatePlan to) {
    return switch (rule) {
      case "keep-x" -> FieldChange.keepingCoordinate(from, to);
      case "keep-w" -> FieldChange.keepingConductance(from, to);
      default ->
          throw new IllegalArgumentException(
              "a rule is keep-x or keep-w, was '%s'".formatted(rule));
    };
  }
}
