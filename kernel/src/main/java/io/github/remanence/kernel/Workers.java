package io.github.remanence.kernel;

import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.Step;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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

  /** Those of the last update, to be used again; null while one is under way. */
  private final AtomicReference<@Nullable Tiles> idle = new AtomicReference<>();

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
    Helpers helpers = new Helpers(count - 1);
    return new Workers(count, helpers, helpers::close);
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
    Tiles kept = idle.getAndSet(null);
    Tiles tiles = kept == null ? new Tiles() : kept;
    try {
      tiles.together(step, backend, conductances, count, others);
    } finally {
      idle.set(tiles);
    }
  }

  /**
   * Ends the threads that {@link #threads} made: the calling thread is alone then. An executor of
   * the caller's goes on.
   */
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
