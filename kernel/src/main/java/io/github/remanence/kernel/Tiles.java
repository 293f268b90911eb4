package io.github.remanence.kernel;

import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.Step;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A crossbar cut into tiles that threads take one after another, so that a thread which is held up
 * delays one tile.
 *
 * <p>Used again for one update after the other. Who helps comes in through a door that is open
 * during an update, and the update is over when the door is closed and all have left: whoever comes
 * late finds it closed and leaves, or open for the next update and helps there. Nobody waits for a
 * thread that never came.
 */
final class Tiles implements Runnable {

  /** Added to the number of helpers inside while the door is closed. */
  private static final int CLOSED = Integer.MIN_VALUE;

  private final AtomicInteger inside = new AtomicInteger(CLOSED);
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  // Written while the door is closed, and read behind it.
  private @Nullable Step step;
  private @Nullable RangeKernel backend;
  private @Nullable Matrix conductances;
  private volatile @Nullable Thread caller;

  /**
   * All tiles on the calling thread. Tiles here too, because a JVM replaces the slow code it starts
   * with at the next call of a loop: in one call for the whole crossbar the first update would run
   * in slow code to its end.
   */
  static void oneByOne(Step step, RangeKernel backend, Matrix conductances) {
    long number = number(step, conductances);
    for (long tile = 0; tile < number; tile++) {
      apply(step, backend, conductances, tile);
    }
  }

  /** All tiles on the calling thread and whoever of the others comes. */
  void together(Step step, RangeKernel backend, Matrix conductances, int most, Executor others) {
    this.step = step;
    this.backend = backend;
    this.conductances = conductances;
    caller = Thread.currentThread();
    failure.set(null);
    next.set(0);
    inside.set(0);
    try {
      for (long i = 1; i < Math.min(most, number(step, conductances)); i++) {
        others.execute(this);
      }
      takeTiles(step, backend, conductances);
    } finally {
      inside.addAndGet(CLOSED);
      awaitAll();
      this.step = null;
      this.backend = null;
      this.conductances = null;
    }
    throwFailure();
  }

  /** Helps while there is something to do. */
  @Override
  public void run() {
    if (!enter()) {
      return;
    }
    if (step != null && backend != null && conductances != null) {
      takeTiles(step, backend, conductances);
    }
    if (inside.decrementAndGet() == CLOSED) {
      LockSupport.unpark(caller);
    }
  }

  private boolean enter() {
    for (int others = inside.get(); others >= 0; others = inside.get()) {
      if (inside.compareAndSet(others, others + 1)) {
        return true;
      }
    }
    return false;
  }

  private void takeTiles(Step step, RangeKernel backend, Matrix conductances) {
    long number = number(step, conductances);
    for (long tile = next.getAndIncrement(); tile < number; tile = next.getAndIncrement()) {
      try {
        apply(step, backend, conductances, tile);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  /** A rectangle: some whole rows, a part of one, or a part of some. */
  private static void apply(Step step, RangeKernel backend, Matrix conductances, long tile) {
    long across = tilesAcross(step, conductances);
    long rows = step.tileRows(conductances.cols());
    long fromRow = tile / across * rows;
    long fromCol = tile % across * step.tileCols();
    step.apply(
        backend,
        conductances,
        fromRow,
        Math.min(conductances.rows(), fromRow + rows),
        fromCol,
        Math.min(conductances.cols(), fromCol + step.tileCols()));
  }

  static long number(Step step, Matrix conductances) {
    long down = Math.ceilDiv(conductances.rows(), step.tileRows(conductances.cols()));
    return tilesAcross(step, conductances) * down;
  }

  private static long tilesAcross(Step step, Matrix conductances) {
    return Math.ceilDiv(conductances.cols(), step.tileCols());
  }

  private void awaitAll() {
    boolean interrupted = false;
    while (inside.get() != CLOSED) {
      LockSupport.park(this);
      // An update is not left half done: finish first, then let the caller see the interrupt.
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first failure of any tile. */
  private void throwFailure() {
    switch (failure.getAndSet(null)) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }
}
