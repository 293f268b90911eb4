package io.github.remanence.kernel;

import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.Step;

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
   * @throws IllegalArgumentException if counts and crossbar differ in shape, or the plan's device
   *     takes random numbers; memory is untouched
   * @throws IllegalStateException if the crossbar or the memory of the counts is closed
   */
  public void apply(UpdatePlan plan, Pulses pulses, Crossbar crossbar) {
    requireNoChance(plan);
    pulses.requireShape(crossbar);
    run(pulses.stepOn(crossbar.deviceSet(), plan), crossbar);
  }

  /**
   * Applies pulses to every device of a crossbar, with the chances of one update. The same draws
   * give the same result, so each update has draws of its own:
   *
   * <pre>{@code
   * for (long update = 0; update < updates; update++) {
   *   kernel.apply(plan, pulses, crossbar, Draws.of(seed, update));
   * }
   * }</pre>
   *
   * @param draws not used by a device that takes no random numbers
   * @throws IllegalArgumentException if counts and crossbar differ in shape; memory is untouched
   * @throws IllegalStateException if the crossbar or the memory of the counts is closed
   */
  public void apply(UpdatePlan plan, Pulses pulses, Crossbar crossbar, Draws draws) {
    pulses.requireShape(crossbar);
    Devices devices = crossbar.deviceSet();
    run(pulses.stepOn(plan.drawsInUpdates() ? devices.with(draws) : devices, plan), crossbar);
  }

  private static void requireNoChance(UpdatePlan plan) {
    if (plan.drawsInUpdates()) {
      throw new IllegalArgumentException(
          ("the device '%s' has cycle-to-cycle noise or rounds its pulses by chance; give each"
                  + " update its random numbers: apply(plan, pulses, crossbar,"
                  + " Draws.of(seed, update))")
              .formatted(plan.model().name()));
    }
  }

  /**
   * Applies pulses to the devices of differential pairs, and refreshes pairs.
   *
   * @param pulses one count for each pair: int8, float32 or gradient
   * @throws IllegalArgumentException if counts and pairs differ in shape, or the pulses are of
   *     another kind; memory is untouched
   * @throws IllegalStateException if a crossbar or the memory of the counts is closed
   */
  public void apply(UpdatePlan plan, Pulses pulses, DifferentialPair pair) {
    pulses.requireShape(pair.plus());
    pair.minus().matrix(); // Is it open? Before anything is written.
    run(pulses.stepOn(pair, plan), pair.plus());
  }

  /**
   * Applies a change of field to every device of a crossbar.
   *
   * @throws IllegalArgumentException if devices have factors on their nonlinearity or window
   * @throws IllegalStateException if the crossbar is closed
   */
  public void apply(FieldChange change, Crossbar crossbar) {
    DeviceFactors factors = crossbar.factors();
    if (factors != null && !factors.sameCurve()) {
      throw new IllegalArgumentException(
          "a change of field needs devices that all have the model's curve;"
              + " those of the %s have factors on it".formatted(crossbar));
    }
    if (!change.isIdentity()) {
      run(change.step(), crossbar);
    }
  }

  private void run(Step step, Crossbar crossbar) {
    workers.run(step, backend, step.isRowless() ? crossbar.asOneRow() : crossbar.matrix());
  }
}
