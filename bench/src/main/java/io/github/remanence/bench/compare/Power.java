package io.github.remanence.bench.compare;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The smallest slowdown that the spread of a row lets be found: one that is judged slower in some
 * 98 of 100 comparisons, at the first step of Holm's correction, which is the hardest. It depends
 * on the spread alone and not on what was found, so a study may go on until it is small enough.
 *
 * <p>With the standard error e of a mean of logarithms, and the quantiles t of Student's
 * distribution, it is
 *
 * <pre>
 *   bound + e (t(level) + t(1 - 0.99))
 * </pre>
 *
 * <p>The sum of two quantiles is an approximation: with 10 pairs of 18 rows the chance is 98.6 %,
 * with 3 pairs 90 % (by the noncentral distribution). 99 and not 95, as a study stops where the
 * spread seems small enough, and that is where it happens to be underestimated.
 *
 * @param bound logarithm of the largest ratio that is no slowdown
 * @param level the probability below which one row is judged slower
 */
record Power(double bound, double level) {

  private static final double CHANCE = 0.99;

  /** Of a comparison of so many rows. */
  static Power of(double tolerance, int rows) {
    return new Power(Math.log1p(tolerance), Comparison.LEVEL / rows);
  }

  /** The smallest slowdown that would be found, as a ratio; without any spread the tolerance. */
  double finds(LogRatio ratio) {
    return finds(ratio.error(), ratio.freedom());
  }

  private double finds(double error, double freedom) {
    TDistribution t = TDistribution.of(freedom);
    double quantiles =
        t.inverseSurvivalProbability(level) + t.inverseSurvivalProbability(1 - CHANCE);
    return Math.exp(bound + error * quantiles);
  }

  /**
   * How many pairs of the same spread would find a slowdown.
   *
   * @param ratio of the pairs so far
   * @param slowdown as a ratio
   * @param most pairs at most
   * @return no fewer than there are, and no more than the most
   */
  int pairs(LogRatio ratio, double slowdown, int most) {
    int there = (int) ratio.freedom() + 1;
    int pairs = there;
    while (pairs < most
        && finds(ratio.error() * Math.sqrt((double) there / pairs), pairs - 1.0) > slowdown) {
      pairs++;
    }
    return pairs;
  }
}
