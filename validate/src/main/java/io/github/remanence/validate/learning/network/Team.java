package io.github.remanence.validate.learning.network;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread and others, which share the parts of a task.
 *
 * <p>The calling thread works too and waits for the parts alone, not for the others: so a thread
 * that wakes up late costs nothing but its help.
 */
public final class Team implements AutoCloseable {

  /** Some 100 us: parts are as long, and to be woken up takes tens of them. */
  private static final int SPINS = 5000;

  private final int threads;
  private final ExecutorService others;

  /**
   * Starts the other threads; they live until {@link #close}.
   *
   * @param threads in all, at least 1
   */
  public Team(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread is needed, was asked for " + threads);
    }
    this.threads = threads;
    this.others =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1), Thread.ofPlatform().daemon().name("learning-", 1).factory());
  }

  /** The number of threads, the calling one included. */
  public int threads() {
    return threads;
  }

  /** Does the parts from 0 to parts - 1, in any order, and returns when all are done. */
  void each(int parts, IntConsumer part) {
    if (threads == 1 || parts == 1) {
      for (int i = 0; i < parts; i++) {
        part.accept(i);
      }
      return;
    }
    Task task = new Task(parts, part);
    for (int i = 1; i < Math.min(threads, parts); i++) {
      others.execute(task);
    }
    task.run();
    task.await();
  }

  @Override
  public void close() {
    others.shutdown();
  }

  /** Parts of which each is taken once. */
  private static final class Task implements Runnable {

    private final int parts;
    private final IntConsumer part;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Task(int parts, IntConsumer part) {
      this.parts = parts;
      this.part = part;
      this.left = new CountDownLatch(parts);
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
        try {
          part.accept(i);
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          left.countDown();
        }
      }
    }

    void await() {
      for (int i = 0; i < SPINS && left.getCount() > 0; i++) {
        Thread.onSpinWait();
      }
      try {
        left.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while learning", e);
      }
      Throwable found = failure.get();
      if (found != null) {
        throw new IllegalStateException("a part of a step failed", found);
      }
    }
  }
}
