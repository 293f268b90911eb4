package io.github.remanence.kernel.vector;

import java.util.function.LongSupplier;

/**
 * How a loop of vectors shares its work while it is not compiled yet, with a scalar loop that gives
 * the same bits.
 *
 * <p>Before it is compiled a loop of vectors takes up to 20 microseconds a device, a hundred
 * thousand times as long as after; a scalar loop takes a few nanoseconds almost at once. But only
 * what runs gets compiled. So the vectors do a small part of a range whenever they had less time
 * than the scalars, and once they were faster they do everything. The first int8 update of 1024 x
 * 1024 devices in a JVM took 0.36 s in place of 1.3 (Intel Xeon, 2 shared and busy cores, JDK 25,
 * 2026-11).
 *
 * <p>Threads share one without locks: what one of them overwrites means a part more or less, and no
 * other bit of a conductance.
 */
final class WarmUp {

  /** Devices of a part. A range of no more is not worth a clock: the vectors do it. */
  static final int PART = 1 << 8;

  /** Parts after which C2 has seen the loop, whatever a coarse clock says. */
  static final int MOST_PARTS = 1 << 14;

  private final LongSupplier nanoTime;
  private boolean over;
  private int parts;
  private long vectorNanos;
  private long scalarNanos;
  private double bestScalar = Double.POSITIVE_INFINITY;

  /** A part of a range, for either of the two. */
  @FunctionalInterface
  interface Range {
    void apply(boolean byVectors, long from, long to);
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

  /** Does a range. */
  void share(long from, long to, Range range) {
    if (to - from <= PART) {
      range.apply(/* byVectors= */ true, from, to);
      return;
    }
    boolean turnOfVectors = vectorNanos <= scalarNanos;
    long cut = turnOfVectors ? from + PART : from;
    long begun = nanoTime.getAsLong();
    if (turnOfVectors) {
      range.apply(/* byVectors= */ true, from, cut);
    }
    long between = nanoTime.getAsLong();
    range.apply(/* byVectors= */ false, cut, to);
    scalarsDid(to - cut, nanoTime.getAsLong() - between);
    if (turnOfVectors) {
      vectorsDid(between - begun);
    }
  }

  private void scalarsDid(long devices, long nanos) {
    scalarNanos += nanos;
    bestScalar = Math.min(bestScalar, (double) nanos / devices);
  }

  private void vectorsDid(long nanos) {
    vectorNanos += nanos;
    parts++;
    over = nanos < bestScalar * PART || parts == MOST_PARTS;
  }
}
