package io.github.remanence.bench.study;

import java.util.List;

/** A build of the benchmarks, of which JMH runs one row in one fresh JVM. */
public interface Build {

  /**
   * Measures in one fork.
   *
   * @return what JMH says of it
   */
  Fork measure(Row row, Timing timing, List<String> profilers);
}
