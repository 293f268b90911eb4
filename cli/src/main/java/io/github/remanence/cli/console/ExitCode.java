package io.github.remanence.cli.console;

/** What a command says to a script; {@code --help} of every command prints this list. */
public final class ExitCode {

  public static final int OK = 0;
  public static final int BOUND_BROKEN = 1;
  public static final int USAGE = 2;
  public static final int BAD_INPUT = 3;
  public static final int NO_BACKEND = 4;

  /** Not from a command: from what starts it, the script or the launcher in the jar. */
  public static final int UNAVAILABLE = 69;

  public static final int INTERNAL = 70;

  private ExitCode() {}
}
