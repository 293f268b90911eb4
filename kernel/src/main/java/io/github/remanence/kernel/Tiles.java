package io.github.remanence.kernel;

import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.Step;
import java.lang.foreign.MemorySegment;
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

  /**
   * Devices in a tile: 1 MiB of conductances, work for tens of microseconds, taken at the cost of
   * one atomic add.
   */
  static final long SIZE = 1 << 18;

  private final Step step;
  private final RangeKernel backend;
  private final MemorySegment conductances;
  private final long devices;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Tiles(Step step, RangeKernel backend, MemorySegment conductances, long devices) {
    this.step = step;
    this.backend = backend;
    this.conductances = conductances;
    this.devices = devices;
  }

  /**
   * All tiles on the calling thread. Tiles here too, because a JVM replaces the slow code it starts
   * with at the next call of a loop: in one call for the whole crossbar the first update would run
   * in slow code to its end.
   */
  static void oneByOne(Step step, RangeKernel backend, MemorySegment conductances, long devices) {
    for (long from = 0; from < devices; from += SIZE) {
      step.apply(backend, conductances, from, Math.min(devices, from + SIZE));
    }
  }

  long number() {
    return Math.ceilDiv(devices, SIZE);
  }

  /** Takes tiles until none is left. */
  @Override
  public void run() {
    for (long tile = next.getAndIncrement(); tile < number(); tile = next.getAndIncrement()) {
      try {
        long from = tile * SIZE;
        step.apply(backend, conductances, from, Math.min(devices, from + SIZE));
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
      if (finished.incrementAndGet() == number()) {
        done.countDown();
      }
    }
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
