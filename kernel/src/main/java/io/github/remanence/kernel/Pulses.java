package io.github.remanence.kernel;

import io.github.remanence.kernel.step.CountedDevice;
import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.OuterProductSumStep;
import io.github.remanence.kernel.step.OuterProductsStep;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.TabulatedStep;
import io.github.remanence.kernel.step.TrainStep;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pulses of one update: n &gt; 0 potentiates, n &lt; 0 depresses, 0 does nothing. Counts may be
 * fractional.
 *
 * <p>Counts of single devices stay where the caller has them; nothing is copied, so what an update
 * sees is what stands there when it runs. They have the shape of the crossbar, row after row. The
 * same object may be applied again and again, which allocates nothing.
 */
public abstract sealed class Pulses {

  private volatile @Nullable Compiled compiled;
  private volatile @Nullable CompiledPair compiledPair;

  private Pulses() {}

  /**
   * The same count for every device.
   *
   * @param n finite
   */
  public static Pulses uniform(double n) {
    return new Train(n);
  }

  /**
   * The same pulses for every device, one count after the other: as if each were applied by itself,
   * but in one pass over the memory.
   *
   * <p><b>Accuracy.</b> The clamped maps of the single updates are composed in double and rounded
   * to float32 once. So against exact arithmetic the error is at most 1.5 ulp of the stored value
   * plus 4e-7 of the sum of the single steps' magnitudes, however long the train; updates one by
   * one round the conductance after each.
   *
   * @param counts finite, in the order of application; none at all is an update that does nothing
   */
  public static Pulses train(double... counts) {
    return new Train(counts);
  }

  /**
   * A signed byte for each device.
   *
   * @param counts rows * cols counts, row after row
   */
  public static Pulses int8(byte[] counts, long rows, long cols) {
    return new Whole(matrix(MemorySegment.ofArray(counts), ElementType.INT8, rows, cols));
  }

  /**
   * A float32 for each device. NaN and infinity make their own device NaN.
   *
   * @param counts rows * cols counts, row after row
   */
  public static Pulses float32(float[] counts, long rows, long cols) {
    return gradient(counts, rows, cols, 1, 0);
  }

  /**
   * A float32 for each device, in memory that may be off the heap, mapped, larger than an array, or
   * a part of a larger matrix.
   *
   * @param counts a matrix of counts in place of conductances
   */
  public static Pulses float32(Crossbar counts) {
    return gradient(counts, 1, 0);
  }

  /**
   * A rate times a gradient for each device: n = rate * gradient, and 0 where |n| is below the dead
   * zone. Both are rounded to float32, and so is the product.
   *
   * @param gradient rows * cols values, row after row; NaN and infinity make their own device NaN
   * @param rate pulses for a gradient of 1, finite; negative to go down the gradient
   * @param deadZone in pulses, finite and not negative
   */
  public static Pulses gradient(
      float[] gradient, long rows, long cols, double rate, double deadZone) {
    MemorySegment memory = MemorySegment.ofArray(gradient);
    return new Scaled(matrix(memory, ElementType.FLOAT32, rows, cols), new Rate(rate, deadZone));
  }

  /**
   * As the other one, with the gradient in memory of any kind.
   *
   * @param gradient a matrix of gradients in place of conductances
   */
  public static Pulses gradient(Crossbar gradient, double rate, double deadZone) {
    return new Scaled(gradient.matrix(), new Rate(rate, deadZone));
  }

  /**
   * Outer products of row pulses and column pulses, one vector b after another: device (i, j) gets
   * x_bi d_bj pulses, as many as there are coincidences of x_bi and d_bj pulses with the sign of
   * the product. The same bits as {@link #float32} with each product in turn, but no matrix is
   * made.
   *
   * @param rowPulses x: a signed byte for each row of the crossbar, vector after vector
   * @param colPulses d: a signed byte for each column, vector after vector
   */
  public static Pulses outerProducts(byte[] rowPulses, byte[] colPulses, long rows, long cols) {
    return new OuterProducts(
        factors(MemorySegment.ofArray(rowPulses), ElementType.INT8, "row", rows),
        factors(MemorySegment.ofArray(colPulses), ElementType.INT8, "column", cols));
  }

  /**
   * One update by a sum of outer products: device (i, j) gets n = rate times the sum of x_bi d_bj
   * over b, and none where |n| is below the dead zone. No matrix is made; the sum is taken in
   * float32 with fused multiply-adds in the order of b, whatever the backend.
   *
   * @param rowFactors x: a value for each row of the crossbar, vector after vector
   * @param colFactors d: a value for each column, vector after vector
   * @param rate pulses for a sum of 1, finite; negative to go down a gradient
   * @param deadZone in pulses, finite and not negative
   */
  public static Pulses outerProductSum(
      float[] rowFactors, float[] colFactors, long rows, long cols, double rate, double deadZone) {
    return new OuterProductSum(
        factors(MemorySegment.ofArray(rowFactors), ElementType.FLOAT32, "row", rows),
        factors(MemorySegment.ofArray(colFactors), ElementType.FLOAT32, "column", cols),
        new Rate(rate, deadZone));
  }

  /**
   * The number of counts or factors that are NaN or infinite; an update makes the devices that get
   * them NaN.
   */
  public long notFinite() {
    return 0;
  }

  /**
   * The step of these pulses on a crossbar. The last one is kept, so that the same pulses again and
   * again cost neither time nor memory; two threads that compile at once do the same work twice and
   * nothing else.
   */
  final Step stepOn(Devices devices, UpdatePlan plan) {
    Compiled last = compiled;
    if (last == null || last.plan != plan || !last.devices.equals(devices)) {
      last = new Compiled(plan, devices, compile(plan, devices));
      compiled = last;
    }
    return last.step;
  }

  abstract Step compile(UpdatePlan plan, Devices devices);

  /** As {@link #stepOn(Devices, UpdatePlan)}, on pairs. */
  final Step stepOn(DifferentialPair pair, UpdatePlan plan) {
    CompiledPair last = compiledPair;
    if (last == null || last.plan != plan || last.pair != pair) {
      last = new CompiledPair(plan, pair, compile(plan, pair));
      compiledPair = last;
    }
    return last.step;
  }

  Step compile(UpdatePlan plan, DifferentialPair pair) {
    throw new IllegalArgumentException(
        "the %s needs pulses of its own for each pair: int8, float32 or gradient".formatted(pair));
  }

  /** Counts in memory of the caller's, which may be out of reach; null if there are none. */
  @Nullable Matrix counts() {
    return null;
  }

  /** Checks that there are counts for this many rows and columns. */
  void requireShape(Crossbar crossbar) {}

  private static void requireShape(long rows, long cols, Crossbar crossbar) {
    if (rows != crossbar.rows() || cols != crossbar.cols()) {
      throw new IllegalArgumentException(
          "pulses for %d x %d devices do not fit the %s".formatted(rows, cols, crossbar));
    }
  }

  private record Compiled(UpdatePlan plan, Devices devices, Step step) {}

  private record CompiledPair(UpdatePlan plan, DifferentialPair pair, Step step) {}

  private static Step pairStep(UpdatePlan plan, DifferentialPair pair, Matrix counts, Rate rate) {
    if (!plan.takesCountsAsTheyAre()) {
      throw new IllegalArgumentException(
          "differential pairs take devices without cycle-to-cycle noise and without rounded pulses;"
              + " '%s' has them".formatted(plan.model().name()));
    }
    return plan.pairStep(pair, rate.toFloat(), rate.deadZoneAsFloat(), counts);
  }

  private static Matrix matrix(MemorySegment memory, ElementType type, long rows, long cols) {
    long found = memory.byteSize() / type.bytes();
    if (rows < 0 || cols < 0 || Math.multiplyHigh(rows, cols) != 0 || rows * cols != found) {
      throw new IllegalArgumentException(
          "pulses for %d x %d devices need rows * cols counts, there are %d"
              .formatted(rows, cols, found));
    }
    return Matrix.gapless(memory, type, rows, cols);
  }

  private static Matrix factors(MemorySegment memory, ElementType type, String what, long size) {
    long found = memory.byteSize() / type.bytes();
    if (size < 0 || (size == 0 ? found != 0 : found % size != 0)) {
      throw new IllegalArgumentException(
          "%s factors come in vectors of %d, there are %d".formatted(what, size, found));
    }
    return Matrix.gapless(memory, type, size == 0 ? 0 : found / size, size);
  }

  /** Of a crossbar without rows or columns nobody can tell how many vectors there are. */
  private static void requireSameBatch(Matrix rowFactors, Matrix colFactors) {
    if (rowFactors.cols() != 0
        && colFactors.cols() != 0
        && rowFactors.rows() != colFactors.rows()) {
      throw new IllegalArgumentException(
          "an outer product has one vector for the rows and one for the columns,"
              + " there are %d and %d".formatted(rowFactors.rows(), colFactors.rows()));
    }
  }

  private static double requireFinite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s must be finite, was %s".formatted(what, value));
    }
    return value;
  }

  private static long notFinite(Matrix values) {
    long found = 0;
    for (long row = 0; row < values.rows(); row++) {
      for (long col = 0; col < values.cols(); col++) {
        float value = values.memory().getAtIndex(ValueLayout.JAVA_FLOAT, values.index(row, col));
        found += Float.isFinite(value) ? 0 : 1;
      }
    }
    return found;
  }

  /** How a value becomes pulses; checked, and rounded to float32. */
  private record Rate(double pulses, double deadZone) {
    Rate {
      requireFinite("the rate", (float) pulses); // As it is used: 1e300 is not.
      requireFinite("the dead zone", (float) deadZone);
      if (deadZone < 0) {
        throw new IllegalArgumentException("the dead zone must not be negative, was " + deadZone);
      }
    }

    float toFloat() {
      return (float) pulses;
    }

    CountedDevice deadIn(CountedDevice device) {
      return device.withDeadZone(deadZoneAsFloat());
    }

    float deadZoneAsFloat() {
      return (float) deadZone;
    }
  }

  /** The same for all devices, one count after another. */
  private static final class Train extends Pulses {
    private final double[] counts;

    Train(double... counts) {
      this.counts = counts.clone();
      for (double n : this.counts) {
        requireFinite("a pulse count", n);
      }
    }

    @Override
    Step compile(UpdatePlan plan, Devices devices) {
      ExponentialPlan exponential = plan.exponential();
      return exponential != null && devices.factors() == null && plan.takesCountsAsTheyAre()
          ? exponential.affineStep(counts)
          : onEach(plan, devices);
    }

    /** One row of counts serves for all rows, and for one count of the train after the other. */
    private Step onEach(UpdatePlan plan, Devices devices) {
      float[] ones = new float[Math.toIntExact(devices.cols())];
      Arrays.fill(ones, 1);
      MemorySegment row = MemorySegment.ofArray(ones);
      Matrix all =
          new Matrix(row, ElementType.FLOAT32, devices.rows(), devices.cols(), /* rowStride= */ 0);
      return TrainStep.of(plan.device(devices), all, counts);
    }
  }

  /** A whole number for each device, out of few: what each of them does is tabulated. */
  private static final class Whole extends Pulses {
    private final Matrix counts;

    Whole(Matrix counts) {
      this.counts = counts;
    }

    @Override
    Step compile(UpdatePlan plan, Devices devices) {
      ExponentialPlan exponential = plan.exponential();
      return exponential != null
              && devices.factors() == null
              && plan.takesCountsAsTheyAre()
              && exponential.deadZone() <= 1
          ? new TabulatedStep(exponential.countTable(), counts)
          : new CountedStep(plan.device(devices), 1, counts);
    }

    @Override
    void requireShape(Crossbar crossbar) {
      Pulses.requireShape(counts.rows(), counts.cols(), crossbar);
    }

    @Override
    Step compile(UpdatePlan plan, DifferentialPair pair) {
      return pairStep(plan, pair, counts, new Rate(1, 0));
    }
  }

  /** A number for each device, times a rate. */
  private static final class Scaled extends Pulses {
    private final Matrix values;
    private final Rate rate;

    Scaled(Matrix values, Rate rate) {
      this.values = values;
      this.rate = rate;
    }

    @Override
    Matrix counts() {
      return values;
    }

    @Override
    Step compile(UpdatePlan plan, Devices devices) {
      return new CountedStep(rate.deadIn(plan.device(devices)), rate.toFloat(), values);
    }

    @Override
    void requireShape(Crossbar crossbar) {
      Pulses.requireShape(values.rows(), values.cols(), crossbar);
    }

    @Override
    Step compile(UpdatePlan plan, DifferentialPair pair) {
      return pairStep(plan, pair, values, rate);
    }

    @Override
    public long notFinite() {
      return Pulses.notFinite(values);
    }
  }

  /** Row pulses times column pulses, vector after vector. */
  private static final class OuterProducts extends Pulses {
    private final Matrix rowPulses;
    private final Matrix colPulses;

    OuterProducts(Matrix rowPulses, Matrix colPulses) {
      requireSameBatch(rowPulses, colPulses);
      this.rowPulses = rowPulses;
      this.colPulses = colPulses;
    }

    @Override
    Step compile(UpdatePlan plan, Devices devices) {
      return OuterProductsStep.of(plan.device(devices), rowPulses, colPulses);
    }

    @Override
    void requireShape(Crossbar crossbar) {
      Pulses.requireShape(rowPulses.cols(), colPulses.cols(), crossbar);
    }
  }

  /** A rate times the sum of row factors times column factors. */
  private static final class OuterProductSum extends Pulses {
    private final Matrix rowFactors;
    private final Matrix colFactors;
    private final Rate rate;

    OuterProductSum(Matrix rowFactors, Matrix colFactors, Rate rate) {
      requireSameBatch(rowFactors, colFactors);
      this.rowFactors = rowFactors;
      this.colFactors = colFactors;
      this.rate = rate;
    }

    @Override
    Step compile(UpdatePlan plan, Devices devices) {
      return new OuterProductSumStep(
          rate.deadIn(plan.device(devices)), rate.toFloat(), rowFactors, colFactors);
    }

    @Override
    void requireShape(Crossbar crossbar) {
      Pulses.requireShape(rowFactors.cols(), colFactors.cols(), crossbar);
    }

    @Override
    public long notFinite() {
      return Pulses.notFinite(rowFactors) + Pulses.notFinite(colFactors);
    }
  }
}
