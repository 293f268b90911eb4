package io.github.remanence.fit;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A number that was found from data, and how well.
 *
 * @param name what it is
 * @param value the estimate
 * @param standardError of it; infinite where the data do not determine it
 * @param degreesOfFreedom of the standard error, above 0
 */
public record Estimate(String name, double value, double standardError, double degreesOfFreedom) {

  /** How often an interval has the truth in it. */
  public static final double CONFIDENCE = 0.95;

  /** The lower end of its interval. */
  public double low() {
    return value - halfWidth();
  }

  /** The upper end of its interval. */
  public double high() {
    return value + halfWidth();
  }

  /**
   * The standard error of a normal number with the same interval: few degrees of freedom widen it.
   */
  double normalError() {
    return halfWidth()
        / new NormalDistribution().inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }

  private double halfWidth() {
    if (standardError == 0) {
      return 0;
    }
    double quantile =
        new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return quantile * standardError;
  }
}
