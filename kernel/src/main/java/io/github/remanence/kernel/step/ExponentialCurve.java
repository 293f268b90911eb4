package io.github.remanence.kernel.step;

/**
 * A device at one field whose two responses are exponential, each through the whole window: what
 * most of this package is for.
 *
 * @param minConductance Gmin
 * @param maxConductance Gmax
 * @param potentiationNonlinearity nu+
 * @param depressionNonlinearity nu-
 */
public record ExponentialCurve(
    double minConductance,
    double maxConductance,
    double potentiationNonlinearity,
    double depressionNonlinearity) {

  /** The width of the window. */
  public double range() {
    return maxConductance - minConductance;
  }
}
