package io.github.remanence.kernel.vector;

import java.util.function.LongSupplier;

/**
 * How a loop of vectors shares its work while it is not compiled yet, with a scalar loop that gives
 * the same bits.
 *
 * <p>Before it is compiled a loop of vectors takes up to 20 microseconds a device, a hundred
 * thousand times as long as after; a scalar loop takes a few nanoseconds almost at once. But only
 * what runs gets compiled. So both get the same time for a while, which is all that a short program
 * needs; then, or once they were faster, the vectors do everything, and get warm as soon as if they
 * had been alone. The first int8 update of 1024 x 1024 devices in a JVM took 0.2 s in place of 0.6
 * (Intel Xeon, 2 shared cores, JDK 25, 2026-11).
 *
 * <p>Threads share one without locks: what one of them overwrites means a part more or less, and no
 * other bit of a conductance.
 */
final class WarmUp {

  /** Devices that the vectors do in one go. A range of no more is theirs, and not worth a clock. */
  static final int PART = 1 << 8;

  /** Devices that the scalars do in one go: some microseconds. */
  static final int SCALAR_PART = 1 << 12;

  /**
   * Time that the vectors get before they do everything, without their first part, which waits for
   * classes. Longer, and noise was not warm after the warm-up of a benchmark.
   */
  static final long MOST_NANOS = 120_000_000;

  private final LongSupplier nanoTime;
  private boolean over;
  private boolean loaded;
  private long vectorNanos;
  private long scalarNanos;
  private double bestScalar = Double.POSITIVE_INFINITY;

  /** A part of a range, for either of the two. */
  @FunctionalInterface
  interface Range {
    void apply(boolean byVectors, long from, long to);
  }

  /** What either of the two does to its end. */
  @FunctionalInterface
  interface Whole {
    void apply(boolean byVectors);
  }

  /**
   * The warm-up of one loop.
   *
   * @param nanoTime a clock
   */
  WarmUp(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether the vectors do everything. */
  boolean isOver() {
    return over;
  }

  /** Does a range, in parts of which each is the work of whose turn it is. */
  void share(long from, long to, Range range) {
    if (to - from <= PART) {
      range.apply(/* byVectors= */ true, from, to);
      return;
    }
    long begun = nanoTime.getAsLong();
    for (long i = from; i < to; ) {
      boolean byVectors = over || (vectorNanos <= scalarNanos && to - i >= PART);
      long part = over ? to - i : byVectors ? PART : SCALAR_PART;
      long end = Math.min(to, i + part);
      range.apply(byVectors, i, end);
      long now = nanoTime.getAsLong();
      done(byVectors, end - i, now - begun);
      begun = now;
      i = end;
    }
  }

  /**
   * Does what is no longer than a part; whose turn it is does it all.
   *
   * @param size how much it is, in whatever is always counted
   */
  void whole(long size, Whole whole) {
    long begun = nanoTime.getAsLong();
    boolean byVectors = over || vectorNanos <= scalarNanos;
    whole.apply(byVectors);
    done(byVectors, size, nanoTime.getAsLong() - begun);
  }

  private void done(boolean byVectors, long size, long nanos) {
    if (byVectors && !loaded) {
      loaded = true;
    } else if (byVectors) {
      vectorNanos += nanos;
      boolean faster = scalarNanos > 0 && nanos < bestScalar * size;
      over = over || faster || vectorNanos > MOST_NANOS;
    } else {
      scalarNanos += nanos;
      bestScalar = Math.min(bestScalar, (double) nanos / size);
    }
  }
}
