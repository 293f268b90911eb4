package io.github.remanence.kernel;

import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.TabulatedStep;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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
    return new Scaled(matrix(memory, ElementType.FLOAT32, rows, cols), rate, deadZone);
  }

  /**
   * As the other one, with the gradient in memory of any kind.
   *
   * @param gradient a matrix of gradients in place of conductances
   */
  public static Pulses gradient(Crossbar gradient, double rate, double deadZone) {
    return new Scaled(gradient.matrix(), rate, deadZone);
  }

  /** The number of counts that are NaN or infinite; an update makes these devices NaN. */
  public long notFinite() {
    return 0;
  }

  /**
   * The step of a device with these pulses. The last one is kept, so that the same pulses again and
   * again cost neither time nor memory; two threads that compile at once do the same work twice and
   * nothing else.
   */
  final Step stepOf(UpdatePlan plan) {
    Compiled last = compiled;
    if (last == null || last.plan != plan) {
      last = new Compiled(plan, compile(plan));
      compiled = last;
    }
    return last.step;
  }

  abstract Step compile(UpdatePlan plan);

  /** The counts, if each device has its own. */
  @Nullable Matrix counts() {
    return null;
  }

  private record Compiled(UpdatePlan plan, Step step) {}

  private static Matrix matrix(MemorySegment memory, ElementType type, long rows, long cols) {
    long found = memory.byteSize() / type.bytes();
    if (rows < 0 || cols < 0 || Math.multiplyHigh(rows, cols) != 0 || rows * cols != found) {
      throw new IllegalArgumentException(
          "pulses for %d x %d devices need rows * cols counts, there are %d"
              .formatted(rows, cols, found));
    }
    return Matrix.gapless(memory, type, rows, cols);
  }

  private static double requireFinite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s must be finite, was %s".formatted(what, value));
    }
    return value;
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
    Step compile(UpdatePlan plan) {
      return plan.affineStep(counts);
    }
  }

  /** A whole number for each device, out of few: what each of them does is tabulated. */
  private static final class Whole extends Pulses {
    private final Matrix counts;

    Whole(Matrix counts) {
      this.counts = counts;
    }

    @Override
    Step compile(UpdatePlan plan) {
      return new TabulatedStep(plan.countTable(), counts);
    }

    @Override
    Matrix counts() {
      return counts;
    }
  }

  /** A number for each device, times a rate, with a dead zone. */
  private static final class Scaled extends Pulses {
    private final Matrix values;
    private final float rate;
    private final float deadZone;

    Scaled(Matrix values, double rate, double deadZone) {
      this.values = values;
      this.rate = (float) requireFinite("the rate", rate);
      this.deadZone = (float) requireFinite("the dead zone", deadZone);
      if (deadZone < 0) {
        throw new IllegalArgumentException("the dead zone must not be negative, was " + deadZone);
      }
    }

    @Override
    Step compile(UpdatePlan plan) {
      return new CountedStep(plan.pulseStep().withDeadZone(deadZone), rate, values);
    }

    @Override
    Matrix counts() {
      return values;
    }

    @Override
    public long notFinite() {
      long found = 0;
      for (long row = 0; row < values.rows(); row++) {
        for (long col = 0; col < values.cols(); col++) {
          float value = values.memory().getAtIndex(ValueLayout.JAVA_FLOAT, values.index(row, col));
          found += Float.isFinite(value) ? 0 : 1;
        }
      }
      return found;
    }
  }
}
