package io.github.remanence.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** A profiler of JMH's: the most memory that a fork ever had, where Linux tells it. */
public final class PeakMemory implements InternalProfiler {

  /** The name of its number, which is in bytes. */
  public static final String PEAK = "peakResident";

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double KIBIBYTE = 1024;

  /** JMH makes it in every fork. */
  public PeakMemory() {}

  @Override
  public String getDescription() {
    return "The most resident memory that the fork ever had";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    OptionalDouble peak = peak(STATUS);
    return peak.isEmpty()
        ? List.of()
        : List.of(new ScalarResult(PEAK, peak.getAsDouble(), "bytes", AggregationPolicy.MAX));
  }

  static OptionalDouble peak(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> KIBIBYTE * Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }
}
