package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

/** The largest of many errors and where it was. No error at all is NaN, and NaN fails. */
final class WorstError {
  private int count;
  private double worst = Double.NaN;
  private Object where = "nowhere: nothing was compared";

  /** The exact |actual - expected|; NaN if actual is not finite. */
  static double between(double actual, BigDecimal expected) {
    return Double.isFinite(actual)
        ? new BigDecimal(actual).subtract(expected).abs().doubleValue()
        : Double.NaN;
  }

  void add(double error, Object place) {
    if (count++ == 0 || Double.isNaN(error) || error > worst) {
      worst = error;
      where = place;
    }
  }

  void assertAtMost(double bound) {
    assertThat(worst).as("worst of %d errors, at %s", count, where).isLessThanOrEqualTo(bound);
  }
}
