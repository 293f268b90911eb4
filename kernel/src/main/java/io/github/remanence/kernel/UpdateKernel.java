package io.github.remanence.kernel;

import io.github.remanence.kernel.gpu.GpuRunner;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.RelaxationStep.Noise;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.StepRunner;
import io.github.remanence.kernel.step.WriteNoiseStep;

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

  /** The branch of draws for write noise, beside those of {@link NoisyDevice#of}. */
  private static final long WRITE_NOISE = 2;

  private final StepRunner runner;

  private UpdateKernel(StepRunner runner) {
    this.runner = runner;
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
    return new UpdateKernel(backend.runner(workers));
  }

  static UpdateKernel of(RangeKernel backend, Workers workers) {
    return new UpdateKernel(new TileRunner(backend, workers));
  }

  static UpdateKernel of(StepRunner runner) {
    return new UpdateKernel(runner);
  }

  /** What runs: the backend, and its vector width or the device. */
  public String description() {
    return runner.description();
  }

  /**
   * A crossbar where this kernel works best, all conductances 0: off the heap, or on its GPU. Close
   * it to free its memory.
   */
  public Crossbar crossbar(long rows, long cols) {
    return runner instanceof GpuRunner gpu
        ? Crossbar.on(gpu, rows, cols)
        : Crossbar.offHeap(rows, cols);
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
    requireFit(pulses, crossbar);
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
    requireFit(pulses, crossbar);
    run(pulses.stepOn(devicesOf(crossbar, plan, draws), plan), crossbar);
  }

  /**
   * Applies pulses to devices that are written with noise.
   *
   * @param draws of the pulses' noise and of the write noise
   * @throws IllegalArgumentException if counts and devices differ in shape; memory is untouched
   * @throws IllegalStateException if a crossbar or the memory of the counts is closed
   */
  public void apply(UpdatePlan plan, Pulses pulses, HiddenConductances devices, Draws draws) {
    Crossbar hidden = devices.hidden();
    requireFit(pulses, hidden);
    Matrix shown = devices.shown().matrix(); // Is it open? Before anything is written.
    requireReach("the crossbar that shows", shown);
    Step step = pulses.stepOn(devicesOf(hidden, plan, draws), plan);
    RelaxationStep reading = Relaxations.read(hidden, devices.sigma(), draws.at(WRITE_NOISE));
    run(new WriteNoiseStep(step, shown, reading), hidden);
  }

  private static Devices devicesOf(Crossbar crossbar, UpdatePlan plan, Draws draws) {
    Devices devices = crossbar.deviceSet();
    return plan.drawsInUpdates() ? devices.with(draws) : devices;
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
    requireFit(pulses, pair.plus());
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

  /**
   * Lets time pass between updates.
   *
   * @param plan whose window the devices stay in
   * @throws IllegalArgumentException if the relaxation takes random numbers, or devices have
   *     factors on their window
   * @throws IllegalStateException if the crossbar is closed
   */
  public void apply(UpdatePlan plan, Relaxation relaxation, Crossbar crossbar) {
    if (relaxation.draws()) {
      throw new IllegalArgumentException(
          "a diffusion takes random numbers: apply(plan, relaxation, crossbar,"
              + " Draws.of(seed, update))");
    }
    requireOneWindow(crossbar);
    run(Relaxations.of(relaxation, plan.curve(), crossbar), crossbar);
  }

  /**
   * Lets time pass between updates, by chance.
   *
   * @param plan whose window the devices stay in
   * @param draws others than those of any update
   * @throws IllegalArgumentException if devices have factors on their window
   * @throws IllegalStateException if the crossbar is closed
   */
  public void apply(UpdatePlan plan, Relaxation relaxation, Crossbar crossbar, Draws draws) {
    requireOneWindow(crossbar);
    run(Relaxations.of(relaxation, plan.curve(), crossbar, draws), crossbar);
  }

  private static void requireOneWindow(Crossbar crossbar) {
    DeviceFactors factors = crossbar.factors();
    if (factors != null && factors.factors().min() != null) {
      throw new IllegalArgumentException(
          "a relaxation needs devices that all have the model's window; those of the %s have"
                  .formatted(crossbar)
              + " factors on it");
    }
  }

  /**
   * Reads a crossbar with noise: each value is the conductance and sigma times a standard normal
   * number. It serves for anything that is read with noise, such as the outputs of a matrix-vector
   * product. Noise of the next reading takes the next draws.
   *
   * <p><b>Accuracy.</b> 2 ulp of the larger of conductance and value. What is not finite is read as
   * NaN.
   *
   * @param into where the values go, of the same shape: other memory, or the very same devices
   * @param sigma in the device's unit, finite and not negative; 0 takes no random number
   * @throws IllegalArgumentException if the shapes differ, or the crossbars share some memory but
   *     not all
   * @throws IllegalStateException if one is closed
   */
  public void read(Crossbar crossbar, Crossbar into, double sigma, Draws draws) {
    if (crossbar.rows() != into.rows() || crossbar.cols() != into.cols()) {
      throw new IllegalArgumentException(
          "the %s cannot be read into a %s".formatted(crossbar, into));
    }
    if (crossbar.overlapsInPart(into)) {
      throw new IllegalArgumentException(
          "the %s and the %s that it is read into share memory, but are not the same devices"
              .formatted(crossbar, into));
    }
    requireReach("the crossbar that is read", crossbar.matrix());
    run(Relaxations.read(crossbar, Require.notNegative("sigma", sigma), draws), into);
  }

  /**
   * Gives each device a normal number, whatever it had.
   *
   * @param mean finite
   * @param sigma finite and not negative
   * @throws IllegalStateException if the crossbar is closed
   */
  public void fillNormal(Crossbar crossbar, double mean, double sigma, Draws draws) {
    double spread = Require.notNegative("sigma", sigma);
    double middle = Require.finite("the mean", mean);
    run(Relaxations.fill(crossbar, middle, Noise.NORMAL, spread, draws), crossbar);
  }

  /**
   * Gives each device an even number between two, whatever it had.
   *
   * @param from finite
   * @param to finite, not below
   * @throws IllegalStateException if the crossbar is closed
   */
  public void fillUniform(Crossbar crossbar, double from, double to, Draws draws) {
    double width = Require.notNegative("the distance from one end to the other", to - from);
    double middle = Require.finite("the middle of random numbers", from / 2 + to / 2);
    run(Relaxations.fill(crossbar, middle, Noise.UNIFORM, width, draws), crossbar);
  }

  private void requireFit(Pulses pulses, Crossbar crossbar) {
    pulses.requireShape(crossbar);
    Matrix counts = pulses.counts();
    if (counts != null) {
      requireReach("the matrix of counts", counts);
    }
  }

  private void requireReach(String what, Matrix matrix) {
    if (!runner.reaches(matrix.memory())) {
      throw new IllegalStateException(
          "%s is on the GPU, where the backend '%s' cannot work; take Backend.GPU, or copy it to the host"
              .formatted(what, description()));
    }
  }

  private void run(Step step, Crossbar crossbar) {
    requireReach("the crossbar", crossbar.matrix());
    runner.run(step, step.isRowless() ? crossbar.asOneRow() : crossbar.matrix());
  }
}
