package io.github.remanence.validate.learning.network;

import java.util.concurrent.atomic.LongAdder;

/** Where the time goes, added up over threads. */
final class Clock {

  private final LongAdder products = new LongAdder();
  private final LongAdder updates = new LongAdder();
  private final LongAdder noise = new LongAdder();

  /** Makes a product of matrices. */
  void product(Runnable task) {
    time(products, task);
  }

  /** Applies pulses. */
  void update(Runnable task) {
    time(updates, task);
  }

  /** Reads with random numbers. */
  void noise(Runnable task) {
    time(noise, task);
  }

  private static void time(LongAdder nanos, Runnable task) {
    long start = System.nanoTime();
    task.run();
    nanos.add(System.nanoTime() - start);
  }

  /** Since the start. */
  Spent spent() {
    return new Spent(products.sum() / 1e9, updates.sum() / 1e9, noise.sum() / 1e9);
  }
}
