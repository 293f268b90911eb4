package io.github.remanence.cli.bench;

import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Study;
import io.github.remanence.cli.console.Output;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line after every fork, with what it measured and the time that is left if those to come take as
 * long as those that were.
 */
public final class StudyProgress {

  private final Output output;
  private final long start = System.nanoTime();

  /** Tells that output. */
  public StudyProgress(Output output) {
    this.output = output;
  }

  /** Tells of a fork. */
  public void after(Study.Step step) {
    output.say(line(step, Duration.ofNanos(System.nanoTime() - start)));
    if (step.fork().result().isPresent() && !step.fork().said().isBlank()) {
      output.say(step.fork().said());
    }
  }

  static String line(Study.Step step, Duration sinceStart) {
    Duration left = sinceStart.multipliedBy(step.total() - step.done()).dividedBy(step.done());
    return "%d/%d, %s left: %s: %s"
        .formatted(
            step.done(),
            step.total(),
            text(left),
            step.row(),
            step.fork()
                .result()
                .map(StudyProgress::number)
                .orElse("skipped, " + step.fork().said()));
  }

  private static String text(Duration left) {
    return left.toHours() > 0
        ? "%d h %02d min".formatted(left.toHours(), left.toMinutesPart())
        : "%d min %02d s".formatted(left.toMinutes(), left.toSecondsPart());
  }

  private static String number(ObjectNode element) {
    Result result = Results.result(element);
    OptionalDouble flops = result.median("gigaflops");
    return flops.isPresent()
        ? String.format(Locale.ROOT, "%.4g GFLOP/s", flops.getAsDouble())
        : result.nsPerDevice().isPresent()
            ? String.format(Locale.ROOT, "%.4g ns a device", result.nsPerDevice().getAsDouble())
            : "done";
  }
}
