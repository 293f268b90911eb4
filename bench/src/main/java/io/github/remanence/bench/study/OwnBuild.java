package io.github.remanence.bench.study;

import io.github.remanence.bench.profile.ProcessorTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The build that this program is itself: JMH's runner is called here, and forks. */
public final class OwnBuild implements Build {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final List<String> jvmArguments;

  /** With the flags that the benchmarks have. */
  public OwnBuild() {
    this(List.of());
  }

  /**
   * With more flags.
   *
   * @param jvmArguments after those that the benchmarks have
   */
  public OwnBuild(List<String> jvmArguments) {
    this.jvmArguments = List.copyOf(jvmArguments);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if JMH cannot start: another run is under way, a profiler is not
   *     there
   */
  @Override
  public Fork measure(Row row, Timing timing, List<String> profilers) {
    Listener listener = new Listener();
    try {
      Collection<RunResult> results =
          new Runner(options(row, timing, profilers).build(), listener).run();
      return new Fork(element(results), results.isEmpty() ? listener.reason() : listener.extra());
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH cannot run %s: %s".formatted(row, message(e)), e);
    }
  }

  private ChainedOptionsBuilder options(Row row, Timing timing, List<String> profilers) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(row.pattern())
            .forks(1)
            .warmupIterations(timing.warmUps())
            .warmupTime(TimeValue.milliseconds(timing.warmUpMillis()))
            .measurementIterations(timing.iterations())
            .measurementTime(TimeValue.milliseconds(timing.millis()))
            .jvmArgsAppend(flags())
            .addProfiler(ProcessorTime.class);
    row.params().forEach((name, value) -> options.param(name, value));
    for (String profiler : profilers) {
      int colon = profiler.indexOf(':');
      if (colon < 0) {
        options.addProfiler(profiler);
      } else {
        options.addProfiler(profiler.substring(0, colon), profiler.substring(colon + 1));
      }
    }
    return options;
  }

  private String[] flags() {
    List<String> flags = new ArrayList<>(ForkFlags.ALL);
    flags.addAll(jvmArguments);
    return flags.toArray(String[]::new);
  }

  /** With its causes: that a profiler failed is said in the one, and why in the other. */
  static String message(RunnerException e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .map(thrown -> String.valueOf(thrown.getMessage()).replaceFirst("^ERROR: ", "").strip())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static Optional<ObjectNode> element(Collection<RunResult> results) {
    if (results.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ResultFormatFactory.getInstance(
            ResultFormatType.JSON, new PrintStream(json, true, StandardCharsets.UTF_8))
        .writeOut(results);
    return Optional.of((ObjectNode) MAPPER.readTree(json.toByteArray()).get(0));
  }
}
