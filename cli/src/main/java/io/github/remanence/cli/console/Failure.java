package io.github.remanence.cli.console;

import java.io.Serial;

/**
 * An end that the user can do something about: one message (what was given, what was expected, what
 * to do) and one exit code. Printed without a stack trace.
 */
public final class Failure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final int exitCode;

  private Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The command line says something that cannot be meant. */
  public static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, message);
  }

  /** A file or its data are not what they should be. */
  public static Failure badInput(String message) {
    return new Failure(ExitCode.BAD_INPUT, message);
  }

  /** The backend that was asked for cannot run here. */
  public static Failure noBackend(String message) {
    return new Failure(ExitCode.NO_BACKEND, message);
  }

  /** What the program ends with. */
  public int exitCode() {
    return exitCode;
  }
}
