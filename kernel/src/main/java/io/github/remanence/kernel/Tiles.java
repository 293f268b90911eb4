package io.github.remanence.kernel;

import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.Step;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A crossbar cut into tiles that threads take one after another, so that a thread which is held up
 * delays one tile.
 *
 * <p>Whoever comes late finds no tile and leaves; nobody waits for a thread that never came.
 */
final class Tiles implements Runnable {

  private final Step step;
  private final RangeKernel backend;
  private final Matrix conductances;
  private final long number;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Tiles(Step step, RangeKernel backend, Matrix conductances) {
    this.step = step;
    this.backend = backend;
    this.conductances = conductances;
    this.number = number(step, conductances);
  }

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

  long number() {
    return number;
  }

  /** Takes tiles until none is left. */
  @Override
  public void run() {
    for (long tile = next.getAndIncrement(); tile < number; tile = next.getAndIncrement()) {
      try {
        apply(step, backend, conductances, tile);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
      if (finished.incrementAndGet() == number) {
        done.countDown();
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

  /** Waits for the tiles that others took, then reports the first failure of any. */
  void awaitAll() {
    boolean interrupted = false;
    while (done.getCount() > 0) {
      try {
        done.await();
      } catch (InterruptedException e) {
        // An update is not left half done: finish first, then let the caller see the interrupt.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (failure.get()) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }
}
