package io.github.remanence.validate;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.Workers;
import java.util.List;
import java.util.stream.Stream;

/** What is validated: a kernel, or in tests a wrong one. */
interface Subject {

  /** What to call it in a table. */
  String name();

  /** Applies pulses, as {@link UpdateKernel} does. */
  void apply(UpdatePlan plan, Pulses pulses, Crossbar crossbar);

  /** Applies a change of field, as {@link UpdateKernel} does. */
  void apply(FieldChange change, Crossbar crossbar);

  /** Every backend that can run here, the scalar one first. */
  static List<Subject> all() {
    return of(Stream.of(Backend.values()), Workers.callingThread(), "");
  }

  /** Those that share an update among threads. */
  static List<Subject> withThreads(Workers workers, String threads) {
    return of(Stream.of(Backend.SCALAR, Backend.VECTOR), workers, threads);
  }

  /** The fastest on memory of the host. */
  static Subject fastest() {
    return of(UpdateKernel.fastest(), "");
  }

  private static List<Subject> of(Stream<Backend> backends, Workers workers, String threads) {
    return backends
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
