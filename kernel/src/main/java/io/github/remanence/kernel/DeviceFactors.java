package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
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
 * <p><b>Limits.</b> For devices that saturate or are linear (nu &gt;= 0); in a {@link
 * DifferentialPair} for all. A change of field needs devices that all have the same curve, and
 * {@link Pulses#train} of several counts devices without factors.
 *
 * <p><b>Special values.</b> Pulses that a factor takes beyond float32 count as infinite ones.
 *
 * <p>Immutable; given values are copied.
 */
public final class DeviceFactors {

  private final long rows;
  private final long cols;
  private final Factors factors;
  private final double largestNonlinearity;
  private volatile @Nullable DeviceCurve checked;

  private DeviceFactors(long rows, long cols, Factors factors, double largestNonlinearity) {
    this.rows = rows;
    this.cols = cols;
    this.factors = factors;
    this.largestNonlinearity = largestNonlinearity;
  }

  /** All factors 1. */
  public static DeviceFactors of(long rows, long cols) {
    if (rows < 0 || cols < 0) {
      throw new IllegalArgumentException(
          "factors cannot have a negative size, was %d x %d".formatted(rows, cols));
    }
    return new DeviceFactors(rows, cols, new Factors(null, null, null, null), 1);
  }

  /**
   * These factors and one on the number of pulses: n pulses do to a device what n times its factor
   * do to the model. The dead zone is one of the product.
   *
   * @param values a matrix of factors in place of conductances, from 0 to 65504
   */
  public DeviceFactors onPulses(Crossbar values) {
    Matrix pulses = keep(values, "on pulses", 0);
    return new DeviceFactors(
        rows,
        cols,
        new Factors(pulses, factors.nonlinearity(), factors.min(), factors.max()),
        largestNonlinearity);
  }

  /**
   * These factors and one on nu of both polarities.
   *
   * @param values a matrix of factors in place of conductances, from 6e-8 to 65504
   */
  public DeviceFactors onNonlinearity(Crossbar values) {
    Matrix nonlinearity = keep(values, "on the nonlinearity", Float.MIN_VALUE);
    return new DeviceFactors(
        rows,
        cols,
        new Factors(factors.pulses(), nonlinearity, factors.min(), factors.max()),
        largest(nonlinearity));
  }

  /**
   * These factors and one on each end of the window.
   *
   * @param min factors on Gmin, in place of conductances, from 6e-8 to 65504
   * @param max factors on Gmax
   */
  public DeviceFactors onWindow(Crossbar min, Crossbar max) {
    return new DeviceFactors(
        rows,
        cols,
        new Factors(
            factors.pulses(),
            factors.nonlinearity(),
            keep(min, "on Gmin", Float.MIN_VALUE),
            keep(max, "on Gmax", Float.MIN_VALUE)),
        largestNonlinearity);
  }

  /** The number of rows. */
  public long rows() {
    return rows;
  }

  /** The number of columns. */
  public long cols() {
    return cols;
  }

  /** A device's factor on the number of pulses, as kept. */
  public float pulses(long row, long col) {
    return kept(factors.pulses(), row, col);
  }

  /** A device's factor on nu, as kept. */
  public float nonlinearity(long row, long col) {
    return kept(factors.nonlinearity(), row, col);
  }

  /** A device's factor on the lower end of the window, as kept. */
  public float min(long row, long col) {
    return kept(factors.min(), row, col);
  }

  /** A device's factor on the upper end of the window, as kept. */
  public float max(long row, long col) {
    return kept(factors.max(), row, col);
  }

  Factors factors() {
    return factors;
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
    return new DeviceFactors(
        blockRows,
        blockCols,
        new Factors(
            block(factors.pulses(), row, col, blockRows, blockCols, rowStep),
            block(factors.nonlinearity(), row, col, blockRows, blockCols, rowStep),
            block(factors.min(), row, col, blockRows, blockCols, rowStep),
            block(factors.max(), row, col, blockRows, blockCols, rowStep)),
        largestNonlinearity);
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
    double up = curve.potentiationNonlinearity();
    double down = curve.depressionNonlinearity();
    if (up < 0 || down < 0) {
      throw new IllegalArgumentException(
          "factors of single devices need a device that saturates or is linear (nu >= 0),"
              + " this one has nu %s and %s".formatted(up, down));
    }
    if (Math.max(up, down) * largestNonlinearity > DeviceCurve.MAX_NONLINEARITY) {
      throw new IllegalArgumentException(
          "nu may be at most %s, and is %s with the factor %s"
              .formatted(DeviceCurve.MAX_NONLINEARITY, Math.max(up, down), largestNonlinearity));
    }
    if (factors.min() != null) {
      requireWindows(curve);
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

  @SuppressWarnings("MustBeClosedChecker") // Lives as long as somebody uses it.
  private Matrix keep(Crossbar values, String what, float least) {
    if (values.rows() != rows || values.cols() != cols) {
      throw new IllegalArgumentException(
          "factors %s for %d x %d devices are needed, these are for %d x %d"
              .formatted(what, rows, cols, values.rows(), values.cols()));
    }
    MemorySegment memory = Arena.ofAuto().allocate(rows * cols * Short.BYTES, 64);
    Matrix kept = Matrix.gapless(memory, ElementType.FLOAT16, rows, cols);
    for (long row = 0; row < rows; row++) {
      for (long col = 0; col < cols; col++) {
        short half = Float.floatToFloat16(values.get(row, col));
        float value = Float.float16ToFloat(half);
        if (!(value >= least && Float.isFinite(value))) {
          throw new IllegalArgumentException(
              "the factor %s of device (%d, %d) is %s; it must be %s and at most 65504"
                  .formatted(
                      what,
                      row,
                      col,
                      values.get(row, col),
                      least == 0 ? "at least 0" : "positive, 6e-8 or more,"));
        }
        // Without the sign of -0: a float16 is read as positive.
        memory.setAtIndex(ValueLayout.JAVA_SHORT, kept.index(row, col), (short) (half & 0x7fff));
      }
    }
    return kept;
  }

  private static double largest(Matrix factors) {
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

  private static @Nullable Matrix block(
      @Nullable Matrix factors, long row, long col, long rows, long cols, long rowStep) {
    return factors == null ? null : factors.block(row, col, rows, cols, rowStep);
  }
}
