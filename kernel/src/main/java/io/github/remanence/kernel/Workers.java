package io.github.remanence.kernel;

import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.Step;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Who does the work of an update: the calling thread, alone or with others.
 *
 * <p>How a crossbar is shared out never changes a bit of the result. The calling thread always
 * works too, so an update ends even when the others are busy elsewhere.
 */
public final class Workers implements AutoCloseable {

  private final int count;
  private final Executor others;
  private final Runnable shutdown;

  private Workers(int count, Executor others, Runnable shutdown) {
    this.count = count;
    this.others = others;
    this.shutdown = shutdown;
  }

  /** The calling thread alone. */
  public static Workers callingThread() {
    return new Workers(1, Runnable::run, () -> {});
  }

  /**
   * The calling thread and count - 1 threads of its own, which live until {@link #close}.
   *
   * @param count threads in all, at least 1
   */
  public static Workers threads(int count) {
    requireCount(count);
    if (count == 1) {
      return callingThread();
    }
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("remanence-worker-", 1).factory();
    ExecutorService pool = Executors.newFixedThreadPool(count - 1, daemons);
    return new Workers(count, pool, pool::shutdown);
  }

  /**
   * The calling thread and up to count - 1 tasks at a time of an executor, which stays the
   * caller's.
   *
   * @param count threads in all, at least 1
   */
  public static Workers on(Executor executor, int count) {
    requireCount(count);
    return new Workers(count, executor, () -> {});
  }

  /** Takes a step on all devices and returns when it is done. */
  void run(Step step, RangeKernel backend, Matrix conductances) {
    if (count == 1 || Tiles.number(step, conductances) <= 1) {
      Tiles.oneByOne(step, backend, conductances);
      return;
    }
    Tiles tiles = new Tiles(step, backend, conductances);
    for (long i = 1; i < Math.min(count, tiles.number()); i++) {
      others.execute(tiles);
    }
    tiles.run();
    tiles.awaitAll();
  }

  /** Ends the threads that {@link #threads} made; an executor of the caller's goes on. */
  @Override
  public void close() {
    shutdown.run();
  }

  private static void requireCount(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least 1 thread is needed, was asked for " + count);
    }
  }
}
