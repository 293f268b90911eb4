package io.github.remanence.cli.bench;

import io.github.remanence.bench.compare.Comparison;
import io.github.remanence.bench.compare.JUnitXml;
import io.github.remanence.bench.compare.Markdown;
import io.github.remanence.bench.compare.UntilFound;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.StoppingRule;
import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.cli.file.OutputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What comes of a comparison, as a picocli mixin: files for CI, and the exit code. */
public final class Verdicts {

  @Option(
      names = "--tolerance",
      paramLabel = "PART",
      defaultValue = "0.02",
      description =
          "By how much a row may be slower: where the JVM happens to put code moves a loop by some"
              + " percent. Default ${DEFAULT-VALUE}.")
  private double tolerance;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "The table, for a summary or a comment; an older one is replaced.")
  private @Nullable Path markdown;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "The same as JUnit's XML, a test for each row; an older one is replaced.")
  private @Nullable Path junit;

  /** Checks the options, before any work is done for them. */
  public void require() {
    if (!(tolerance >= 0 && tolerance < 1)) {
      throw Failure.usage("--tolerance must be in [0, 1), was " + tolerance);
    }
    markdownFile().ifPresent(file -> file.require(true, List.of()));
    junitFile().ifPresent(file -> file.require(true, List.of()));
  }

  /** Compares. */
  public Comparison compare(Results older, Results newer, boolean paired) {
    return comparing(() -> Comparison.of(older, newer, tolerance, paired));
  }

  /** Goes on with rows that are too noisy, up to so many pairs. */
  public StoppingRule untilFound(int most) {
    UntilFound rule = new UntilFound(tolerance, most);
    return soFar -> comparing(() -> rule.forks(soFar));
  }

  private static <T> T comparing(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw Failure.badInput("cannot be compared: " + e.getMessage());
    }
  }

  /** Tells, in files and on standard output; the exit code is the result. */
  public int tell(Comparison comparison, String oldName, String newName, Output output) {
    String text = Markdown.of(comparison, oldName, newName);
    markdownFile().ifPresent(file -> write(file, text));
    junitFile().ifPresent(file -> write(file, JUnitXml.of(comparison)));
    output.result(BenchReport.Compared.of(comparison, oldName, newName), text::stripTrailing);
    return comparison.regressions().isEmpty() ? ExitCode.OK : ExitCode.BOUND_BROKEN;
  }

  private Optional<OutputFile> markdownFile() {
    return Optional.ofNullable(markdown).map(path -> new OutputFile("--markdown", path));
  }

  private Optional<OutputFile> junitFile() {
    return Optional.ofNullable(junit).map(path -> new OutputFile("--junit", path));
  }

  private static void write(OutputFile file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    file.write(out -> out.write(bytes));
  }
}
