package io.github.remanence.bench;

import org.openjdk.jmh.annotations.Param;

/**
 * The further questions, asked of the fastest backend, at a size in the caches and one in memory:
 * with all that {@link CoreBenchmark} asks for they would take a day. Any other value may be given.
 */
public abstract class FormBenchmark extends CrossbarBenchmark {

  /** Which code runs. */
  @Param({"vector"})
  public String backend;

  /** Rows and columns. */
  @Param({"256", "4096"})
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
