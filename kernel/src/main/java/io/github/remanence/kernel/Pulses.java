package io.github.remanence.kernel;

import io.github.remanence.kernel.step.CountType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The pulses of one update: n &gt; 0 potentiates, n &lt; 0 depresses, 0 does nothing. Counts may be
 * fractional.
 *
 * <p>Counts of single devices stay where the caller has them; nothing is copied, so what an update
 * sees is what stands there when it runs. They have the shape of the crossbar, row after row.
 */
public sealed interface Pulses {

  /**
   * The same count for every device.
   *
   * @param n finite
   */
  static Pulses uniform(double n) {
    return new Uniform(n);
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
  static Pulses train(double... counts) {
    return new Train(counts);
  }

  /**
   * A signed byte for each device.
   *
   * @param counts rows * cols counts, row after row
   */
  static Pulses int8(byte[] counts, long rows, long cols) {
    return new PerDevice(rows, cols, CountType.INT8, MemorySegment.ofArray(counts));
  }

  /**
   * A float32 for each device. NaN and infinity make their own device NaN.
   *
   * @param counts rows * cols counts, row after row
   */
  static Pulses float32(float[] counts, long rows, long cols) {
    return new PerDevice(rows, cols, CountType.FLOAT32, MemorySegment.ofArray(counts));
  }

  /**
   * A float32 for each device, in memory that may be off the heap, mapped and larger than an array.
   *
   * @param counts a matrix of counts in place of conductances
   */
  static Pulses float32(Crossbar counts) {
    return new PerDevice(counts.rows(), counts.cols(), CountType.FLOAT32, counts.conductances());
  }

  /** The number of counts that are NaN or infinite; an update makes these devices NaN. */
  long notFinite();

  /**
   * One count for all devices.
   *
   * @param n pulses, finite
   */
  record Uniform(double n) implements Pulses {
    /** Checks that the count is finite. */
    public Uniform {
      requireFinite(n);
    }

    @Override
    public long notFinite() {
      return 0;
    }
  }

  /** Counts for all devices, in order; made by {@link #train}. */
  final class Train implements Pulses {
    private final double[] counts;

    private Train(double[] counts) {
      this.counts = counts.clone();
      for (double n : counts) {
        requireFinite(n);
      }
    }

    double[] counts() {
      return counts;
    }

    @Override
    public long notFinite() {
      return 0;
    }
  }

  private static void requireFinite(double n) {
    if (!Double.isFinite(n)) {
      throw new IllegalArgumentException("a pulse count must be finite, was " + n);
    }
  }

  /** One count for each device; made by {@link #int8} and {@link #float32}. */
  final class PerDevice implements Pulses {
    private final long rows;
    private final long cols;
    private final CountType type;
    private final MemorySegment counts;

    private PerDevice(long rows, long cols, CountType type, MemorySegment counts) {
      long found = counts.byteSize() / type.bytes();
      if (rows < 0 || cols < 0 || Math.multiplyHigh(rows, cols) != 0 || rows * cols != found) {
        throw new IllegalArgumentException(
            "pulses for %d x %d devices need rows * cols counts, there are %d"
                .formatted(rows, cols, found));
      }
      this.rows = rows;
      this.cols = cols;
      this.type = type;
      this.counts = counts;
    }

    /** The number of rows. */
    public long rows() {
      return rows;
    }

    /** The number of columns. */
    public long cols() {
      return cols;
    }

    CountType type() {
      return type;
    }

    MemorySegment counts() {
      return counts;
    }

    @Override
    public long notFinite() {
      if (type == CountType.INT8) {
        return 0;
      }
      long found = 0;
      for (long i = 0; i < rows * cols; i++) {
        found += Float.isFinite(counts.getAtIndex(ValueLayout.JAVA_FLOAT, i)) ? 0 : 1;
      }
      return found;
    }
  }
}
