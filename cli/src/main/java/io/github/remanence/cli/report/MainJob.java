package io.github.remanence.cli.report;

import io.github.remanence.bench.quick.QuickMeasurement;
import io.github.remanence.bench.quick.TimedUpdate;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.validate.Bound;
import io.github.remanence.validate.Errors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The main job: how a device answers pulses in a field, and updates of crossbars with random values
 * in its window, compared with the reference and timed.
 *
 * <p>An update comes in two forms: n pulses for every device, and a number from -n to n for each.
 * Both go one way and then the other, so that both polarities are compared and timing does not
 * drive the devices to a bound.
 *
 * @param kernel what runs
 * @param threads the threads of the kernel
 * @param model the device
 */
public record MainJob(UpdateKernel kernel, int threads, DeviceModel model) {

  /** The largest side of a crossbar: its int8 counts are a Java array. */
  public static final int MOST_ROWS = 46_340;

  private static final int BYTES_PER_DEVICE =
      16; // its value, another to be timed, counts both ways, two for the ceiling

  private static final int MOST_SINGLE_PULSES = 31; // where pulses are taken one by one

  private static final int WARM_UP_ROWS = 256;

  private static final long SEED = 4247; // fixed: the same values in every run

  /** The memory that updates of a crossbar of side x side need at most, on the heap and off it. */
  public static long bytes(int side) {
    return (long) side * side * BYTES_PER_DEVICE;
  }

  /**
   * Pulses in one update: a fifth of those that span the window, so that most devices stay inside
   * it.
   */
  int train() {
    DeviceCurve curve = model.zeroField();
    double span = Math.min(Span.of(curve.potentiation()), Span.of(curve.depression()));
    int most = bound() == Bound.UPDATE ? Byte.MAX_VALUE : MOST_SINGLE_PULSES;
    return (int) Math.clamp(Math.rint(span / 5), 1, most);
  }

  /** The stated bound of an update's error. */
  Bound bound() {
    return Bound.ofUpdates(new ReferenceModel(model).at(FieldState.at(0)));
  }

  /** What a speed stands beside: the ceiling, in words. */
  String ceiling() {
    try (Crossbar crossbar = kernel.crossbar(1, 1)) {
      return crossbar.isOnGpu()
          ? "a copy of as many values from one place of the GPU to another"
          : "the plainest loop over as many values: scale each in place";
    }
  }

  /** The response of a device that has seen no other field. */
  public FieldResponse response(double field) {
    FieldState state = FieldState.at(field);
    UpdatePlan plan = UpdatePlan.of(model, state);
    ReferenceDevice exact = new ReferenceModel(model).at(state);
    return new FieldResponse(
        field,
        state.linearisation(model.linearisation(), model.retention()),
        plan.curve(),
        Trace.depression(kernel, plan, exact),
        Trace.potentiation(kernel, plan, exact));
  }

  /** An update that nobody looks at: on a busy machine the first one times the compiler as well. */
  public void warmUp() {
    updates(WARM_UP_ROWS, 0);
  }

  /** Both forms of update of a crossbar of side x side devices. */
  public List<UpdateResult> updates(int side, double field) {
    List<Train> trains = List.of(Train.uniform(-train()), Train.int8(train(), side));
    FieldState state = FieldState.at(field);
    UpdatePlan plan = UpdatePlan.of(model, state);
    ReferenceDevice exact = new ReferenceModel(model).at(state);
    try (Crossbar crossbar = Crossbar.offHeap(side, side)) {
      List<Errors> errors =
          trains.stream().map(train -> compare(train, plan, exact, crossbar)).toList();
      QuickMeasurement times = time(trains, plan, crossbar);
      return IntStream.range(0, trains.size())
          .mapToObj(
              i ->
                  UpdateResult.of(
                      crossbar,
                      field,
                      trains.get(i).name(),
                      kernel.description(),
                      times.updates().get(i),
                      times.ceiling(),
                      errors.get(i)))
          .toList();
    }
  }

  private Errors compare(Train train, UpdatePlan plan, ReferenceDevice exact, Crossbar crossbar) {
    fill(crossbar, plan.curve());
    return new SampledComparison(kernel, plan, exact).of(train, crossbar);
  }

  /** Where the kernel works best: on its GPU, if it has one. */
  private QuickMeasurement time(List<Train> trains, UpdatePlan plan, Crossbar crossbar) {
    try (Crossbar timed = kernel.crossbar(crossbar.rows(), crossbar.cols())) {
      crossbar.copyTo(timed);
      List<TimedUpdate> updates =
          trains.stream()
              .map(train -> new TimedUpdate(kernel, plan, train.pairs().get(), timed))
              .toList();
      return QuickMeasurement.of(updates, threads);
    }
  }

  /** Random values, evenly spread over the window. */
  private static void fill(Crossbar crossbar, DeviceCurve curve) {
    MemorySegment conductances = crossbar.conductances();
    SplittableRandom random = new SplittableRandom(SEED);
    for (long i = 0; i < crossbar.devices(); i++) {
      double value = curve.minConductance() + curve.range() * random.nextDouble();
      conductances.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) value);
    }
  }
}
