package io.github.remanence.bench.profile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * A profiler of JMH's: the processor time of an operation, by the system's clocks of Java's
 * threads.
 *
 * <p>Where other programs want the processors too, an iteration takes as long as it has to wait;
 * its processor time does not count that. What others do to caches, memory and frequency shows in
 * it as well.
 */
public final class ProcessorTime implements InternalProfiler {

  /** The name of its number, which is in ns an operation. */
  public static final String NAME = "processorTime";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private double before;

  /** JMH makes it in every fork. */
  public ProcessorTime() {}

  @Override
  public String getDescription() {
    return "Processor time of an operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = allThreads();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long operations = result.getMetadata().getAllOps();
    double taken = allThreads() - before;
    return taken > 0 && operations > 0
        ? List.of(new ScalarResult(NAME, taken / operations, "ns/op", AggregationPolicy.AVG))
        : List.of();
  }

  /** Of threads that have ended the system tells -1; where it has no such clocks, of all. */
  private double allThreads() {
    return Arrays.stream(threads.getAllThreadIds())
        .map(threads::getThreadCpuTime)
        .filter(time -> time > 0)
        .sum();
  }
}
