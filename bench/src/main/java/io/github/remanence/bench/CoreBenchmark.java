package io.github.remanence.bench;

import org.openjdk.jmh.annotations.Param;

/**
 * The basic questions, asked of every backend.
 *
 * <p>The sizes lie on both sides of the caches: 256 KiB, 4 MiB of an awkward shape whose vectors
 * and tiles do not come out even, and 64 MiB.
 */
public abstract class CoreBenchmark extends CrossbarBenchmark {

  /** Which code runs. */
  @Param({"scalar", "vector"})
  public String backend;

  /** Rows and columns. */
  @Param({"256", "1000x1003", "4096"})
  public String size;

  /** Threads that share an update. */
  @Param({"1", "2"})
  public int threads;

  @Override
  final String backend() {
    return backend;
  }

  @Override
  final Shape shape() {
    return Shape.parse(size);
  }

  @Override
  final int threads() {
    return threads;
  }
}
