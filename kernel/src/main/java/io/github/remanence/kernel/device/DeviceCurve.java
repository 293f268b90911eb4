package io.github.remanence.kernel.device;

/**
 * A device at one field: its conductance window and the nonlinearity of each polarity.
 *
 * @param minConductance Gmin, in the device's unit
 * @param maxConductance Gmax, above Gmin by more than float32 can lose
 * @param potentiationNonlinearity nu+, in [-12, 60]
 * @param depressionNonlinearity nu-, in [-12, 60]
 */
public record DeviceCurve(
    double minConductance,
    double maxConductance,
    double potentiationNonlinearity,
    double depressionNonlinearity) {

  /** Largest nu: a device that saturates so early that exp(-nu) leaves the range of float32. */
  public static final double MAX_NONLINEARITY = 60;

  /**
   * Smallest nu: below it the first pulse of a train is lost in the rounding of a float32
   * conductance.
   */
  public static final double MIN_NONLINEARITY = -12;

  /**
   * Largest magnitude of a conductance, so that no intermediate of a float32 update can overflow.
   */
  static final double MAX_MAGNITUDE = 0x1p60;

  /**
   * Smallest width of the window in units of its larger end: some 1,000 float32 values must fit.
   */
  static final double MIN_RELATIVE_RANGE = 0x1p-14;

  /** Smallest window, so that its parts stay normal float32 numbers. */
  static final double MIN_RANGE = 0x1p-60;

  /** Checks the window and both nonlinearities. */
  public DeviceCurve {
    minConductance += 0.0; // -0.0 is the same number as 0.0, and becomes it here.
    maxConductance += 0.0;
    requireWindow(minConductance, maxConductance);
    requireNonlinearity("potentiationNonlinearity", potentiationNonlinearity);
    requireNonlinearity("depressionNonlinearity", depressionNonlinearity);
  }

  /** The width of the window, R = Gmax - Gmin. */
  public double range() {
    return maxConductance - minConductance;
  }

  /**
   * The curve a fraction s of the way to another one: Gmin, R and both nonlinearities move linearly
   * in s.
   *
   * @param other the curve at s = 1; this one is at s = 0
   * @param s in [0, 1]
   */
  DeviceCurve towards(DeviceCurve other, double s) {
    double min = lerp(minConductance, other.minConductance, s);
    double max = s == 1 ? other.maxConductance : min + lerp(range(), other.range(), s);
    return new DeviceCurve(
        min,
        s == 0 ? maxConductance : max,
        lerp(potentiationNonlinearity, other.potentiationNonlinearity, s),
        lerp(depressionNonlinearity, other.depressionNonlinearity, s));
  }

  /** Exact at both ends. */
  private static double lerp(double from, double to, double s) {
    return (1 - s) * from + s * to;
  }

  private static void requireWindow(double min, double max) {
    if (!(Math.abs(min) <= MAX_MAGNITUDE && Math.abs(max) <= MAX_MAGNITUDE)) {
      throw new IllegalArgumentException(
          "the conductance window must be finite and below 2^60 in magnitude, was [%s, %s]"
              .formatted(min, max));
    }
    if (!(min < max)) {
      throw new IllegalArgumentException(
          "minConductance must be below maxConductance, was [%s, %s]".formatted(min, max));
    }
    double needed =
        Math.max(MIN_RANGE, MIN_RELATIVE_RANGE * Math.max(Math.abs(min), Math.abs(max)));
    if (max - min < needed) {
      throw new IllegalArgumentException(
          "the conductance window [%s, %s] is too narrow for float32: it must be at least %s wide"
              .formatted(min, max, needed));
    }
  }

  private static void requireNonlinearity(String name, double nu) {
    if (!(nu >= MIN_NONLINEARITY && nu <= MAX_NONLINEARITY)) {
      throw new IllegalArgumentException(
          "%s must be in [%s, %s], was %s".formatted(name, MIN_NONLINEARITY, MAX_NONLINEARITY, nu));
    }
  }
}
