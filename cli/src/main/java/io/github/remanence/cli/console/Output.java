package io.github.remanence.cli.console;

import java.io.Console;
import java.io.PrintWriter;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command's words go, as a picocli mixin: results to standard output, warnings and progress
 * to standard error. With {@code --json} the only thing on standard output is one document.
 */
public final class Output {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // survives a terminal or pipe of any encoding
          .build();

  @Option(
      names = "--json",
      description = "Print one JSON document on standard output instead of text.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Prints the result of the command: as a JSON document if that is asked for, otherwise as text.
   */
  public void result(Object document, Supplier<String> text) {
    out().println(json ? MAPPER.writeValueAsString(document) : text.get());
  }

  /** Prints a line about how a long task goes, on standard error. */
  public void say(String text) {
    err().println(text);
  }

  /** Prints a warning on standard error, always. */
  public void warn(String text) {
    err().println("warning: " + text);
  }

  /**
   * A progress bar on standard error while a person watches; silent otherwise.
   *
   * @param task what is going on
   * @param steps how many steps it takes
   */
  public Progress progress(String task, long steps) {
    return json || !personWatches() ? Progress.silent() : Progress.bar(task, steps);
  }

  /** What the user typed, for results that are kept. */
  public String commandLine() {
    CommandLine root = command.commandLine();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return "remanence "
        + root.getParseResult().originalArgs().stream()
            .map(word -> word.contains(" ") ? "'" + word + "'" : word)
            .collect(Collectors.joining(" "));
  }

  /**
   * Java knows only whether input and output are both a terminal; standard error then is one too,
   * or the user's file.
   */
  @SuppressWarnings(
      "SystemConsoleNull") // never null in Java 22 to 24, null without a terminal in 25
  private static boolean personWatches() {
    @Nullable Console console = System.console();
    return console != null && console.isTerminal();
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }

  private PrintWriter err() {
    return command.commandLine().getErr();
  }
}
