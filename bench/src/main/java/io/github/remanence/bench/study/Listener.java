package io.github.remanence.bench.study;

import io.github.remanence.bench.profile.PeakMemory;
import io.github.remanence.bench.profile.ProcessorTime;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Keeps what JMH would print: what a profiler has to say, and why a benchmark failed. */
final class Listener implements OutputFormat {

  /** Numbers that stand in the results, and need no words. */
  private static final Set<String> COUNTERS =
      Set.of(
          "perDevice", "perKilobyte", "perStep", "gigaflops", ProcessorTime.NAME, PeakMemory.PEAK);

  private final StringBuilder printed = new StringBuilder();
  private final StringBuilder extra = new StringBuilder();

  /** What profilers have to say in words, such as hot methods. */
  String extra() {
    return extra.toString();
  }

  /** The exception that ended a benchmark, or all that was printed if there is none. */
  String reason() {
    return reason(printed.toString());
  }

  static String reason(String printed) {
    Stream<String> lines = printed.lines().map(String::strip);
    return lines
        .filter(line -> line.matches("[\\w.$]*(Exception|Error): .*"))
        .map(line -> line.substring(line.indexOf(": ") + 2))
        .findFirst()
        .orElseGet(
            () -> printed.lines().filter(l -> !l.isBlank()).collect(Collectors.joining("; ")));
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    for (Result<?> secondary : result.getSecondaryResults().values()) {
      String info = secondary.extendedInfo();
      if (!COUNTERS.contains(secondary.getLabel()) && info != null && !info.isBlank()) {
        extra.append(secondary.getLabel()).append('\n').append(info);
      }
    }
  }

  @Override
  public void print(String text) {
    printed.append(text);
  }

  @Override
  public void println(String text) {
    printed.append(text).append('\n');
  }

  @Override
  public void verbosePrintln(String text) {
    println(text);
  }

  @Override
  public void write(int character) {
    printed.append((char) character);
  }

  @Override
  public void write(byte[] text) {
    printed.append(new String(text, StandardCharsets.UTF_8));
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> result) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
