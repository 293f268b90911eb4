package io.github.remanence.validate;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.Workers;
import java.util.Arrays;
import java.util.List;

/** What is validated: a kernel, or in tests a wrong one. */
interface Subject {

  /** What to call it in a table. */
  String name();

  /** Applies pulses, as {@link UpdateKernel} does. */
  void apply(UpdatePlan plan, Pulses pulses, Crossbar crossbar);

  /** Applies a change of field, as {@link UpdateKernel} does. */
  void apply(FieldChange change, Crossbar crossbar);

  /** Every backend that can run here, the slowest first. */
  static List<Subject> all(Workers workers, String threads) {
    return Arrays.stream(Backend.values())
        .filter(backend -> backend.missing().isEmpty())
        .map(backend -> of(UpdateKernel.of(backend, workers), threads))
        .toList();
  }

  private static Subject of(UpdateKernel kernel, String threads) {
    return new Subject() {
      @Override
      public String name() {
        return kernel.description() + threads;
      }

      @Override
      public void apply(UpdatePlan plan, Pulses pulses, Crossbar crossbar) {
        kernel.apply(plan, pulses, crossbar);
      }

      @Override
      public void apply(FieldChange change, Crossbar crossbar) {
        kernel.apply(change, crossbar);
      }
    };
  }
}
