package io.github.remanence.bench.ceiling;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Threads that each work on a part of the values, without waiting for one another until the end. So
 * a part that is passed over many times shows what the machine can do, not what a barrier costs.
 */
public final class Team implements AutoCloseable {

  /** Values in a cache line: parts begin on one, so that two threads never write the same. */
  private static final int CACHE_LINE = 16;

  private final int threads;
  private final ExecutorService pool;

  /**
   * Starts the threads; they live until {@link #close}.
   *
   * @param threads at least 1
   */
  public Team(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread is needed, was asked for " + threads);
    }
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("ceiling-", 1).factory());
  }

  /** The number of threads. */
  public int threads() {
    return threads;
  }

  /** Work on the values from (inclusive) to (exclusive). */
  @FunctionalInterface
  public interface Part {
    /** Does the work. */
    void work(int from, int to);
  }

  /** Shares the values out evenly and returns when all are done. */
  public void run(int values, Part part) {
    each(i -> part.work(start(values, i), start(values, i + 1)));
  }

  /**
   * Has every thread do its work and returns when all are done; one thread is the caller itself.
   *
   * @param work is told which thread it is on, from 0
   */
  public void each(IntConsumer work) {
    if (threads == 1) {
      work.accept(0);
      return;
    }
    List<? extends Future<?>> parts =
        IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> work.accept(i))).toList();
    parts.forEach(Team::await);
  }

  private int start(int values, int i) {
    long even = (long) values * i / threads;
    return i == threads ? values : (int) (even / CACHE_LINE * CACHE_LINE);
  }

  private static void await(Future<?> part) {
    try {
      part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part of the measurement failed", e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
