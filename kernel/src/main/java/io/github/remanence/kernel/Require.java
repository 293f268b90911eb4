package io.github.remanence.kernel;

/** Checks of numbers that a kernel takes as float32. Each returns what it was given. */
final class Require {

  private Require() {}

  /** As it is used: 1e300 is not finite. */
  static double finite(String what, double value) {
    if (!Float.isFinite((float) value)) {
      throw new IllegalArgumentException("%s must be finite, was %s".formatted(what, value));
    }
    return value;
  }

  static double notNegative(String what, double value) {
    if (!(value >= 0 && (float) value < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be finite and not negative, was %s".formatted(what, value));
    }
    return value;
  }
}
