package io.github.remanence.kernel;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait for tasks, an executor that allocates nothing.
 *
 * <p>Each thread has room for one task beside the one it runs. A task for which there is no room is
 * not run, which {@link Tiles} allow: the calling thread does all that nobody else did.
 */
final class Helpers implements Executor, AutoCloseable {

  private final Helper[] helpers;

  /** Who is asked first, another one each time: the last one asked may have room again already. */
  private final AtomicInteger turn = new AtomicInteger();

  private volatile boolean closed;

  Helpers(int count) {
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("remanence-worker-", 1).factory();
    helpers = IntStream.range(0, count).mapToObj(i -> new Helper(daemons)).toArray(Helper[]::new);
    for (Helper helper : helpers) {
      helper.thread.start();
    }
  }

  @Override
  public void execute(Runnable task) {
    int first = Math.floorMod(turn.getAndIncrement(), helpers.length);
    for (int i = 0; i < helpers.length; i++) {
      Helper helper = helpers[(first + i) % helpers.length];
      if (helper.next.compareAndSet(null, task)) {
        LockSupport.unpark(helper.thread);
        return;
      }
    }
  }

  /** Lets the threads end when they have done what they have taken. */
  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper.thread);
    }
  }

  private final class Helper implements Runnable {

    private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();
    private final Thread thread;

    Helper(ThreadFactory threads) {
      thread = threads.newThread(this);
    }

    @Override
    public void run() {
      while (!closed) {
        Runnable task = next.getAndSet(null);
        if (task == null) {
          LockSupport.park(this);
        } else {
          task.run();
        }
      }
    }
  }
}
