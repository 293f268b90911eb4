package io.github.remanence.cli;

import io.github.remanence.cli.console.ExitCode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The entry: parses the command line, runs one command, and turns its end into an exit code. */
@Command(
    name = "remanence",
    description =
        "Field-tunable crossbar updates: pulses, a magnetic field, and what they do to"
            + " conductances.",
    subcommands = {
      RunCommand.class,
      TrainCommand.class,
      ApplyCommand.class,
      FitCommand.class,
      InfoCommand.class,
      ValidateCommand.class,
      BenchCommand.class,
      RandomCommand.class
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    commandListHeading = "%nCommands (remanence COMMAND --help says more):%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":done",
      ExitCode.BOUND_BROKEN + ":a stated bound is broken",
      ExitCode.USAGE + ":the command line is wrong",
      ExitCode.BAD_INPUT + ":a file or its data are wrong",
      ExitCode.NO_BACKEND + ":the backend asked for cannot run here",
      ExitCode.UNAVAILABLE + ":no JDK 25 to run on, or no Maven to build with",
      ExitCode.INTERNAL + ":an error of this program"
    })
public final class Main {

  private Main() {}

  /** Runs a command and ends the program. */
  public static void main(String... args) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // numbers are written alike everywhere
    System.exit(run(writer(System.out), writer(System.err), args));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /** Runs a command; the exit code is the result. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Errors::wrongUsage)
            .setExecutionExceptionHandler((e, failed, parsed) -> Errors.failed(e, err));
    try {
      return command.execute(args);
    } catch (OutOfMemoryError e) {
      return Errors.outOfMemory(e, err);
    } catch (Error e) {
      return Errors.mistake(e, err);
    }
  }
}
