package io.github.remanence.cli;

import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.file.InputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command that fails says so: one message on standard error and an exit code. */
final class Errors {

  private Errors() {}

  /** What picocli could not make sense of. */
  static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("error: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  /** What a command threw. */
  static int failed(Exception e, PrintWriter err) {
    return switch (e) {
      case Failure failure -> says(failure.getMessage(), failure.exitCode(), err);
      case FileSystemException file ->
          says(file.getFile() + ": " + InputFile.reason(file), ExitCode.BAD_INPUT, err);
      case IOException io -> says(io.getMessage(), ExitCode.BAD_INPUT, err);
      default -> mistake(e, err);
    };
  }

  /** What no user can do anything about; the only error with a stack trace. */
  static int mistake(Throwable e, PrintWriter err) {
    err.println("error: a mistake in this program; please report it with what follows");
    e.printStackTrace(err);
    return ExitCode.INTERNAL;
  }

  /** The input is more than this run may hold. */
  static int outOfMemory(OutOfMemoryError e, PrintWriter err) {
    return says(
        "not enough memory (%s); allow more with the environment variable JAVA_TOOL_OPTIONS=-Xmx16g"
            .formatted(e.getMessage()),
        ExitCode.BAD_INPUT,
        err);
  }

  private static int says(@Nullable String message, int exitCode, PrintWriter err) {
    err.println("error: " + message);
    return exitCode;
  }
}
