package io.github.remanence.reference;

/** Checks of parameters. Each returns the value it was given, or says what was expected instead. */
final class Require {
  private Require() {}

  static double finite(String name, double value) {
    return that(Double.isFinite(value), name, value, "a finite number");
  }

  static double positive(String name, double value) {
    return that(value > 0 && Double.isFinite(value), name, value, "finite and greater than 0");
  }

  static double fraction(String name, double value) {
    return that(value >= 0 && value <= 1, name, value, "a number from 0 to 1");
  }

  static double that(boolean valid, String name, double value, String expected) {
    if (!valid) {
      throw new IllegalArgumentException(name + " must be " + expected + ", was " + value);
    }
    return value;
  }
}
