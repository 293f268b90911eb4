package io.github.remanence.kernel;

import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.Step;
import org.jspecify.annotations.Nullable;

/**
 * Applies updates to crossbars, in place: checks at the edge, hands ranges of devices to a backend,
 * and decides nothing. What an update guarantees is said in the package comment.
 *
 * <pre>{@code
 * UpdatePlan plan = UpdatePlan.of(Presets.bernard2025(), FieldState.at(0.5));
 * UpdateKernel kernel = UpdateKernel.fastest();
 * kernel.apply(plan, Pulses.uniform(-3), crossbar);
 * }</pre>
 *
 * <p>Immutable and safe to share, but two updates of one crossbar at once are two writers of one
 * memory.
 */
public final class UpdateKernel {

  private final RangeKernel backend;
  private final Workers workers;

  private UpdateKernel(RangeKernel backend, Workers workers) {
    this.backend = backend;
    this.workers = workers;
  }

  /** The fastest backend here, on the calling thread. */
  public static UpdateKernel fastest() {
    return of(Backend.fastest(), Workers.callingThread());
  }

  /**
   * A backend of the caller's choice; never another one in its place.
   *
   * @throws IllegalStateException if the backend cannot run here; the message says why and what to
   *     do
   */
  public static UpdateKernel of(Backend backend, Workers workers) {
    backend
        .missing()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(
                  "the backend '%s' cannot run here: %s".formatted(backend, reason));
            });
    return new UpdateKernel(backend.kernel(), workers);
  }

  static UpdateKernel of(RangeKernel backend, Workers workers) {
    return new UpdateKernel(backend, workers);
  }

  /** What runs: the backend and its vector width. */
  public String description() {
    return backend.description();
  }

  /**
   * Applies pulses to every device of a crossbar.
   *
   * @throws IllegalArgumentException if counts and crossbar differ in shape; memory is untouched
   * @throws IllegalStateException if the crossbar or the memory of the counts is closed
   */
  public void apply(UpdatePlan plan, Pulses pulses, Crossbar crossbar) {
    requireSameShape(pulses.counts(), crossbar);
    run(pulses.stepOf(plan), crossbar);
  }

  /**
   * Applies a change of field to every device of a crossbar.
   *
   * @throws IllegalStateException if the crossbar is closed
   */
  public void apply(FieldChange change, Crossbar crossbar) {
    if (!change.isIdentity()) {
      run(change.step(), crossbar);
    }
  }

  private void run(Step step, Crossbar crossbar) {
    workers.run(step, backend, step.isRowless() ? crossbar.asOneRow() : crossbar.matrix());
  }

  private static void requireSameShape(@Nullable Matrix counts, Crossbar crossbar) {
    if (counts != null && !counts.hasShapeOf(crossbar.matrix())) {
      throw new IllegalArgumentException(
          "pulses for %d x %d devices do not fit the %s"
              .formatted(counts.rows(), counts.cols(), crossbar));
    }
  }
}
