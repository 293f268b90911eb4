package io.github.remanence.cli.npy;

/**
 * Text of an unknown file, made fit to stand in a message: short, and without anything a terminal
 * would obey.
 */
final class Quoted {

  private static final int LONGEST = 40;

  private Quoted() {}

  static String of(String text) {
    String safe = text.replaceAll("[^ -~]", "?");
    return "'" + (safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe) + "'";
  }
}
