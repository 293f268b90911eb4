package io.github.remanence.kernel.device;

/** What the parameters of all response families have in common. */
final class Steps {

  /** Smallest step: more pulses than this takes nobody gives. */
  private static final double SMALLEST = 0x1p-40;

  private Steps() {}

  /** A step at the start of the window, as a part of the window. */
  static double require(String name, double step) {
    if (!(step >= SMALLEST && step <= 1)) {
      throw new IllegalArgumentException(
          "%s is a part of the window, in [2^-40, 1], was %s".formatted(name, step));
    }
    return step;
  }

  /** A shape parameter. */
  static double requireWithin(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be in [%s, %s], was %s".formatted(name, least, most, value));
    }
    return value;
  }

  /** A part s of the way, exact at both ends, and where they are the same. */
  static double between(double from, double to, double s) {
    return from == to ? from : (1 - s) * from + s * to;
  }
}
