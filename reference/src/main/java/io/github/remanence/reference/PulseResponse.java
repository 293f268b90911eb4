package io.github.remanence.reference;

/**
 * How the normalised conductance u in [0, 1] answers pulses of one polarity, whatever the family.
 *
 * <p>A family says one thing for both polarities: what it does to the part of the window that a
 * device has travelled, which is u for potentiation and 1 - u for depression.
 */
public interface PulseResponse {

  /**
   * {@return the change that n potentiating pulses make before the clamp, at least 0}
   *
   * @param u normalised conductance
   * @param n pulse count, at least 0
   */
  double potentiationStep(double u, double n);

  /**
   * {@return the change that n depressing pulses make before the clamp, at most 0}
   *
   * @param u normalised conductance
   * @param n pulse count, at least 0
   */
  double depressionStep(double u, double n);

  /**
   * {@return x = f^-1(u), the number of depressing pulses from u = 1 to u}
   *
   * @param u normalised conductance
   */
  double pulsesTo(double u);

  /**
   * {@return the response of a device with a factor on its nonlinearity}
   *
   * @param factor above 0
   * @throws IllegalArgumentException if the family has no number for it
   */
  default PulseResponse withNonlinearity(double factor) {
    throw new IllegalArgumentException("no nonlinearity to put a factor on: " + this);
  }
}
