package io.github.remanence.cli;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.cli.console.Progress;
import io.github.remanence.cli.file.InputFile;
import io.github.remanence.validate.Coverage;
import io.github.remanence.validate.CsvFolder;
import io.github.remanence.validate.Validation;
import io.github.remanence.validate.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Is it true? */
@Command(
    name = "validate",
    description = {
      "Compare every backend with the reference and hold the errors against the stated bounds.",
      "",
      "Tables by backend, nonlinearity, pulse count, distance to the end of the window and more;"
          + " the same every time on the same machine. Exit code 1 if a bound is broken."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence validate",
      "  remanence validate --out validation-results",
      "  remanence validate --every-float"
    })
final class ValidateCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Store each table there as CSV, with the machine it was made on.")
  private @Nullable Path out;

  @Option(
      names = "--every-float",
      description =
          "Measure 2^y - 1 and log2 at every float they may be given, some 7 x 10^9, and the normal"
              + " numbers at every word, and not only at a sample; this takes minutes.")
  private boolean everyFloat;

  @Mixin private Output output;

  @Override
  public Integer call() {
    if (out != null) {
      makeFolder(out);
    }
    ValidationReport found = run();
    ValidateReport report = ValidateReport.of(found, out == null ? List.of() : store(out, found));
    output.result(report, report::text);
    return report.exitCode();
  }

  private ValidationReport run() {
    try (Progress progress = output.progress("validate", 0)) {
      return Validation.run(everyFloat ? Coverage.EVERY_FLOAT : Coverage.SAMPLE, progress::to);
    }
  }

  /** Before the work, so that a wrong folder is known at once. */
  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw wrong(folder, e);
    }
  }

  private List<String> store(Path folder, ValidationReport found) {
    try {
      return CsvFolder.write(folder, found, output.commandLine()).stream()
          .map(Path::toString)
          .toList();
    } catch (IOException e) {
      throw wrong(folder, e);
    }
  }

  private static Failure wrong(Path folder, IOException e) {
    return Failure.badInput(
        "--out %s: it cannot be used as a folder, %s".formatted(folder, InputFile.reason(e)));
  }
}
