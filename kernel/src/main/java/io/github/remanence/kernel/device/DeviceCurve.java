package io.github.remanence.kernel.device;

/**
 * A device at one field: its conductance window and how it answers pulses of each polarity. The two
 * may be of different families.
 *
 * @param minConductance Gmin, in the device's unit
 * @param maxConductance Gmax, above Gmin by more than float32 can lose
 * @param potentiation the response to n &gt; 0, which leads from Gmin to Gmax
 * @param depression the response to n &lt; 0, which leads from Gmax to Gmin
 */
public record DeviceCurve(
    double minConductance, double maxConductance, Response potentiation, Response depression) {

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

  /** Checks the window, and that both responses are there. */
  public DeviceCurve {
    minConductance += 0.0; // -0.0 is the same number as 0.0, and becomes it here.
    maxConductance += 0.0;
    requireWindow(minConductance, maxConductance);
    requirePresent("potentiation", potentiation);
    requirePresent("depression", depression);
  }

  /** The width of the window, R = Gmax - Gmin. */
  public double range() {
    return maxConductance - minConductance;
  }

  /**
   * The curve a fraction s of the way to another one: Gmin and R move linearly in s, responses as
   * their families say.
   *
   * @param other the curve at s = 1; this one is at s = 0
   * @param s in [0, 1]
   */
  DeviceCurve towards(DeviceCurve other, double s) {
    double min = Steps.between(minConductance, other.minConductance, s);
    double max = s == 1 ? other.maxConductance : min + Steps.between(range(), other.range(), s);
    return new DeviceCurve(
        min,
        s == 0 ? maxConductance : max,
        potentiation.towards(other.potentiation, s),
        depression.towards(other.depression, s));
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

  private static void requirePresent(String name, Response response) {
    if (response == null) {
      throw new IllegalArgumentException("a device curve needs '%s'".formatted(name));
    }
  }
}
