package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.StuckDevices;
import io.github.remanence.kernel.gpu.GpuRunner;
import io.github.remanence.kernel.gpu.ResidentMemory;
import io.github.remanence.kernel.memory.OffHeapMemory;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How each device of a crossbar differs from the model, once and for all: factors on the number of
 * pulses, on the nonlinearity, on both ends of the window. What is not given is 1 for all.
 *
 * <pre>{@code
 * DeviceFactors factors = DeviceFactors.of(rows, cols).onPulses(Crossbar.wrap(array, rows, cols));
 * kernel.apply(plan, pulses, crossbar.withFactors(factors));
 * }</pre>
 *
 * <p><b>Accuracy.</b> Two bytes a factor: a factor is kept as float16, within 4.9e-4 of the given
 * one, and {@link #pulses} and the others say what is kept. Against exact arithmetic with the kept
 * factors an update is within 2 ulp of the larger end of the device's window plus 1e-6 of the step.
 *
 * <p><b>Limits.</b> A factor on nu needs a family that has a number for it, see {@link
 * Response#withNonlinearity}. A change of field and a {@link DifferentialPair} need devices that
 * all have the same curve.
 *
 * <p><b>Cost.</b> Devices that speed up (nu &lt; 0), and those of other families than the
 * exponential one with factors on nu or the window, are computed one at a time: {@link
 * UpdatePlan#scalarFamilies(DeviceFactors)}.
 *
 * <p><b>Special values.</b> Pulses that a factor takes beyond float32 count as infinite ones.
 *
 * <p>Immutable; given values are copied.
 */
public final class DeviceFactors {

  private final long rows;
  private final long cols;
  private final Factors factors;

  /** Those that updates read: the same, or copies of them on a GPU. */
  private final Factors inUpdates;

  private final double largestUp;
  private final double largestDown;
  private volatile @Nullable DeviceCurve checked;

  private DeviceFactors(
      long rows, long cols, Factors factors, double largestUp, double largestDown) {
    this(rows, cols, factors, factors, largestUp, largestDown);
  }

  private DeviceFactors(
      long rows,
      long cols,
      Factors factors,
      Factors inUpdates,
      double largestUp,
      double largestDown) {
    this.rows = rows;
    this.cols = cols;
    this.factors = factors;
    this.inUpdates = inUpdates;
    this.largestUp = largestUp;
    this.largestDown = largestDown;
  }

  /** All factors 1. */
  public static DeviceFactors of(long rows, long cols) {
    if (rows < 0 || cols < 0) {
      throw new IllegalArgumentException(
          "factors cannot have a negative size, was %d x %d".formatted(rows, cols));
    }
    return new DeviceFactors(rows, cols, Factors.NONE, 1, 1);
  }

  /**
   * Factors by chance, as a device model says that its devices vary:
   *
   * <pre>{@code
   * DeviceVariation variation = model.nonIdealities().variation();
   * Draws draws = Draws.ofDevices(seed, 0);
   * Crossbar varied = crossbar.withFactors(DeviceFactors.drawn(variation, draws, rows, cols));
   * }</pre>
   *
   * <p>Every factor is drawn independently, and by the device's place in the crossbar: the same
   * draws give the same factors for ever, on every machine. A factor on P is one on the number of
   * pulses, divided by. A device has factors of its own for each polarity if the variation says so.
   * A stuck device has the factor 0 on its pulses, and so never moves; {@link #placeStuck} puts it
   * where it is stuck.
   *
   * <p><b>Accuracy.</b> As kept: within 4.9e-4 of the factor that was drawn.<br>
   * <b>Special values.</b> A factor that cannot be kept becomes the nearest that can, from 0 to
   * 65504 on pulses and from 6e-8 to 65504 on all else. An update refuses devices whose factors
   * leave them no window, or take nu beyond its limits.<br>
   * <b>Memory.</b> What does not vary takes none.
   *
   * @param draws {@link Draws#ofDevices}
   */
  public static DeviceFactors drawn(DeviceVariation variation, Draws draws, long rows, long cols) {
    DrawnFactors drawn = new DrawnFactors(variation, draws);
    DeviceFactors none = of(rows, cols);
    Matrix pulses = drawn.onPulses() ? none.keep(drawn.pulses()) : null;
    Matrix nonlinearity = drawn.onNonlinearity() ? none.keep(drawn.nonlinearity()) : null;
    DeviceFactors factors =
        none.withPulses(
                pulses, drawn.onPulsesByPolarity() ? none.keep(drawn.depressionPulses()) : pulses)
            .withNonlinearity(
                nonlinearity,
                drawn.onNonlinearityByPolarity()
                    ? none.keep(drawn.depressionNonlinearity())
                    : nonlinearity);
    return drawn.onWindow()
        ? factors.withWindow(none.keep(drawn.min()), none.keep(drawn.max()))
        : factors;
  }

  /**
   * Gives the stuck ones of these devices the conductance that each is stuck at: a place in its own
   * window. Other devices are left alone. A change of field moves stuck devices with the window;
   * put them back, or elsewhere, by a call with the new curve.
   *
   * @param stuck those of the variation that these factors were drawn for
   * @param draws those that these factors were drawn from
   * @param curve of the device in its field, {@link UpdatePlan#curve}
   * @param crossbar of the shape of these factors
   * @throws IllegalArgumentException if the crossbar has another shape, or a device makes no sense
   *     on the curve
   */
  public void placeStuck(StuckDevices stuck, Draws draws, DeviceCurve curve, Crossbar crossbar) {
    if (crossbar.rows() != rows || crossbar.cols() != cols) {
      throw new IllegalArgumentException(
          "stuck devices of %d x %d do not fit the %s".formatted(rows, cols, crossbar));
    }
    requireSense(curve);
    LongPredicate isStuck = DrawnFactors.stuck(stuck, draws);
    LongToDoubleFunction place = DrawnFactors.place(stuck, draws);
    for (long row = 0; row < rows; row++) {
      for (long col = 0; col < cols; col++) {
        long device = row * cols + col;
        if (isStuck.test(device)) {
          crossbar.set(row, col, conductance(curve, row, col, place.applyAsDouble(device)));
        }
      }
    }
  }

  /** In float32, as updates take the ends of the window: so none will move it. */
  private float conductance(DeviceCurve curve, long row, long col, double place) {
    float min = (float) curve.minConductance() * min(row, col);
    float max = (float) curve.maxConductance() * max(row, col);
    return Math.clamp((float) (min + place * ((double) max - min)), min, max);
  }

  /**
   * These factors and one on the number of pulses: n pulses do to a device what n times its factor
   * do to the model. The dead zone is one of the product.
   *
   * @param values a matrix of factors in place of conductances, from 0 to 65504
   */
  public DeviceFactors onPulses(Crossbar values) {
    Matrix pulses = keep(values, "on pulses", 0);
    return withPulses(pulses, pulses);
  }

  /**
   * The same with factors for each polarity.
   *
   * @param potentiation factors on pulses n &gt; 0, in place of conductances, from 0 to 65504
   * @param depression factors on pulses n &lt; 0; those that count in a {@link DifferentialPair}
   */
  public DeviceFactors onPulses(Crossbar potentiation, Crossbar depression) {
    return withPulses(
        keep(potentiation, "on pulses of potentiation", 0),
        keep(depression, "on pulses of depression", 0));
  }

  /**
   * These factors and one on nu of both polarities: on what a family has in its place, see {@link
   * Response#withNonlinearity}.
   *
   * @param values a matrix of factors in place of conductances, from 6e-8 to 65504
   */
  public DeviceFactors onNonlinearity(Crossbar values) {
    Matrix nonlinearity = keep(values, "on the nonlinearity", Float.MIN_VALUE);
    return withNonlinearity(nonlinearity, nonlinearity);
  }

  /**
   * The same with factors for each polarity.
   *
   * @param potentiation factors on nu+, in place of conductances, from 6e-8 to 65504
   * @param depression factors on nu-
   */
  public DeviceFactors onNonlinearity(Crossbar potentiation, Crossbar depression) {
    return withNonlinearity(
        keep(potentiation, "on the nonlinearity of potentiation", Float.MIN_VALUE),
        keep(depression, "on the nonlinearity of depression", Float.MIN_VALUE));
  }

  /**
   * These factors and one on each end of the window.
   *
   * @param min factors on Gmin, in place of conductances, from 6e-8 to 65504
   * @param max factors on Gmax
   */
  public DeviceFactors onWindow(Crossbar min, Crossbar max) {
    return withWindow(keep(min, "on Gmin", Float.MIN_VALUE), keep(max, "on Gmax", Float.MIN_VALUE));
  }

  private DeviceFactors withPulses(@Nullable Matrix up, @Nullable Matrix down) {
    Factors others =
        new Factors(
            up,
            down,
            factors.nonlinearity(),
            factors.depressionNonlinearity(),
            factors.min(),
            factors.max());
    return new DeviceFactors(rows, cols, others, largestUp, largestDown);
  }

  private DeviceFactors withNonlinearity(@Nullable Matrix up, @Nullable Matrix down) {
    Factors others =
        new Factors(
            factors.pulses(), factors.depressionPulses(), up, down, factors.min(), factors.max());
    return new DeviceFactors(rows, cols, others, largest(up), largest(down));
  }

  private DeviceFactors withWindow(Matrix min, Matrix max) {
    Factors others =
        new Factors(
            factors.pulses(),
            factors.depressionPulses(),
            factors.nonlinearity(),
            factors.depressionNonlinearity(),
            min,
            max);
    return new DeviceFactors(rows, cols, others, largestUp, largestDown);
  }

  /** The number of rows. */
  public long rows() {
    return rows;
  }

  /** The number of columns. */
  public long cols() {
    return cols;
  }

  /** A device's factor on the number of pulses of potentiation, as kept. */
  public float pulses(long row, long col) {
    return kept(factors.pulses(), row, col);
  }

  /** A device's factor on the number of pulses of depression, as kept. */
  public float depressionPulses(long row, long col) {
    return kept(factors.depressionPulses(), row, col);
  }

  /** A device's factor on nu of potentiation, as kept. */
  public float nonlinearity(long row, long col) {
    return kept(factors.nonlinearity(), row, col);
  }

  /** A device's factor on nu of depression, as kept. */
  public float depressionNonlinearity(long row, long col) {
    return kept(factors.depressionNonlinearity(), row, col);
  }

  /** A device's factor on the lower end of the window, as kept. */
  public float min(long row, long col) {
    return kept(factors.min(), row, col);
  }

  /** A device's factor on the upper end of the window, as kept. */
  public float max(long row, long col) {
    return kept(factors.max(), row, col);
  }

  /** Those that updates read. */
  Factors factors() {
    return inUpdates;
  }

  /**
   * The same, copied to a GPU.
   *
   * @param copies gets what is to be closed when no update needs them any more
   */
  DeviceFactors on(GpuRunner gpu, List<ResidentMemory> copies) {
    Map<Matrix, Matrix> done = new HashMap<>();
    Factors there =
        factors.map(matrix -> done.computeIfAbsent(matrix, host -> gpu.copy(host, copies)));
    return new DeviceFactors(rows, cols, factors, there, largestUp, largestDown);
  }

  /** Whether all are 1. */
  boolean areNone() {
    return factors.pulses() == null && sameCurve();
  }

  /** Whether all devices have the model's curve, if not its number of pulses. */
  boolean sameCurve() {
    return factors.nonlinearity() == null && factors.min() == null;
  }

  /** The factors of a part of the devices. */
  DeviceFactors block(long row, long col, long blockRows, long blockCols, long rowStep) {
    UnaryOperator<Matrix> part = whole -> whole.block(row, col, blockRows, blockCols, rowStep);
    return new DeviceFactors(
        blockRows, blockCols, factors.map(part), inUpdates.map(part), largestUp, largestDown);
  }

  /**
   * Checks that each device makes sense on a curve; but not again for the curve of the last check,
   * which took a look at every device.
   *
   * @throws IllegalArgumentException if one does not
   */
  void requireSense(DeviceCurve curve) {
    if (!curve.equals(checked)) {
      check(curve);
      checked = curve;
    }
  }

  private void check(DeviceCurve curve) {
    if (factors.nonlinearity() != null) {
      requireResponses(curve.potentiation(), curve.depression());
    }
    if (factors.min() != null) {
      requireWindows(curve);
    }
  }

  private void requireResponses(Response up, Response down) {
    if (up instanceof Exponential && down instanceof Exponential) {
      requireResponse(up, largestUp); // Whose nu may be smaller.
      requireResponse(down, largestDown);
      return;
    }
    for (long row = 0; row < rows; row++) {
      for (long col = 0; col < cols; col++) {
        requireResponse(up, nonlinearity(row, col));
        requireResponse(down, depressionNonlinearity(row, col));
      }
    }
  }

  private static void requireResponse(Response response, double factor) {
    try {
      response.withNonlinearity(factor);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a device has the factor %s on its nonlinearity, and cannot have it: %s"
              .formatted(factor, e.getMessage()),
          e);
    }
  }

  private void requireWindows(DeviceCurve curve) {
    for (long row = 0; row < rows; row++) {
      for (long col = 0; col < cols; col++) {
        double min = curve.minConductance() * min(row, col);
        double max = curve.maxConductance() * max(row, col);
        if (!(max - min >= 0x1p-14 * Math.max(Math.abs(min), Math.abs(max)))) {
          throw new IllegalArgumentException(
              "the factors %s and %s leave device (%d, %d) the window [%s, %s]"
                  .formatted(min(row, col), max(row, col), row, col, min, max));
        }
      }
    }
  }

  private Matrix keep(Crossbar values, String what, float least) {
    if (values.rows() != rows || values.cols() != cols) {
      throw new IllegalArgumentException(
          "factors %s for %d x %d devices are needed, these are for %d x %d"
              .formatted(what, rows, cols, values.rows(), values.cols()));
    }
    return keep((row, col) -> half(values.get(row, col), what, row, col, least));
  }

  private static short half(float factor, String what, long row, long col, float least) {
    short half = Float.floatToFloat16(factor);
    float value = Float.float16ToFloat(half);
    if (!(value >= least && Float.isFinite(value))) {
      throw new IllegalArgumentException(
          "the factor %s of device (%d, %d) is %s; it must be %s and at most 65504"
              .formatted(
                  what, row, col, factor, least == 0 ? "at least 0" : "positive, 6e-8 or more,"));
    }
    return (short) (half & 0x7fff); // Without the sign of -0: a float16 is read as positive.
  }

  private Matrix keep(LongToDoubleFunction factors) {
    return keep(
        (row, col) -> Float.floatToFloat16((float) factors.applyAsDouble(row * cols + col)));
  }

  @SuppressWarnings("MustBeClosedChecker") // Lives as long as somebody uses it.
  private Matrix keep(Halves halves) {
    MemorySegment memory = OffHeapMemory.allocate(rows * cols * Short.BYTES, Arena.ofAuto());
    Matrix kept = Matrix.gapless(memory, ElementType.FLOAT16, rows, cols);
    for (long row = 0; row < rows; row++) {
      for (long col = 0; col < cols; col++) {
        memory.setAtIndex(ValueLayout.JAVA_SHORT, kept.index(row, col), halves.of(row, col));
      }
    }
    return kept;
  }

  /** The factors of devices, in float16. */
  private interface Halves {
    short of(long row, long col);
  }

  private static double largest(@Nullable Matrix factors) {
    if (factors == null) {
      return 1;
    }
    double largest = 0;
    for (long row = 0; row < factors.rows(); row++) {
      for (long col = 0; col < factors.cols(); col++) {
        largest = Math.max(largest, kept(factors, row, col));
      }
    }
    return largest;
  }

  private static float kept(@Nullable Matrix factors, long row, long col) {
    if (factors == null) {
      return 1;
    }
    Objects.checkIndex(row, factors.rows());
    Objects.checkIndex(col, factors.cols());
    return Float.float16ToFloat(
        factors.memory().getAtIndex(ValueLayout.JAVA_SHORT, factors.index(row, col)));
  }
}
