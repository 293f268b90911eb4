package io.github.remanence.reference;

/**
 * The device at linearisation s: nu of each polarity, Gmin and R move linearly from one end to the
 * other. Responses of other families are the same at every field.
 *
 * <pre>
 *   nu(s) = nu(0) + s (nu(1) - nu(0))      and alike for Gmin and Gmax, so for R = Gmax - Gmin
 * </pre>
 *
 * <p>The window moves with s because linearity costs range. The straight line between the ends is a
 * choice; the published device gives the ends ({@link Bernard2025}).
 *
 * @param noField the device at s = 0
 * @param saturated the device at s = 1; each polarity spans its window in as many pulses as at s =
 *     0
 */
public record FieldLaw(ReferenceDevice noField, ReferenceDevice saturated) {

  /**
   * Checks the pulses of each polarity.
   *
   * @throws IllegalArgumentException if they differ between the ends
   */
  public FieldLaw {
    requireSamePulses("potentiation", noField.potentiation(), saturated.potentiation());
    requireSamePulses("depression", noField.depression(), saturated.depression());
  }

  /**
   * {@return the device at linearisation s; the ends are returned exactly}
   *
   * @param s linearisation, from 0 to 1
   * @throws IllegalArgumentException if s is outside [0, 1]
   */
  public ReferenceDevice at(double s) {
    Require.fraction("linearisation", s);
    return new ReferenceDevice(
        line(noField.minConductance(), saturated.minConductance(), s),
        line(noField.maxConductance(), saturated.maxConductance(), s),
        line(noField.potentiation(), saturated.potentiation(), s),
        line(noField.depression(), saturated.depression(), s));
  }

  private static PulseResponse line(PulseResponse a, PulseResponse b, double s) {
    return a instanceof ExponentialResponse from && b instanceof ExponentialResponse to
        ? new ExponentialResponse(line(from.nonlinearity(), to.nonlinearity(), s), from.pulses())
        : a;
  }

  /** From a to b, taken from the nearer end: exact at both, and constant where a equals b. */
  private static double line(double a, double b, double s) {
    return s < 0.5 ? a + s * (b - a) : b - (1 - s) * (b - a);
  }

  private static void requireSamePulses(String polarity, PulseResponse a, PulseResponse b) {
    if (a instanceof ExponentialResponse from && b instanceof ExponentialResponse to) {
      Require.that(
          from.pulses() == to.pulses(),
          polarity + " pulses of the saturated device",
          to.pulses(),
          "those of the device without field, " + from.pulses());
    } else if (!a.equals(b)) {
      throw new IllegalArgumentException(
          "%s must be exponential, or the same at both ends of the field law; was %s and %s"
              .formatted(polarity, a, b));
    }
  }
}
