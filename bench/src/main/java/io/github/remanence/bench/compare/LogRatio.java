package io.github.remanence.bench.compare;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * The logarithm of new times over old ones, estimated from one number a fork.
 *
 * <p>Iterations in a fork share its code and its memory and are no independent samples, so a fork
 * is one number, the median of its iterations. Logarithms, because machines slow times down by
 * factors. Their mean is judged by Student's t, Welch's for two samples: a rank test cannot be
 * significant for many rows with the few forks there are (5 and 5 give no p below 0.004).
 *
 * @param estimate the mean
 * @param error its standard error
 * @param freedom degrees of freedom of the error
 */
record LogRatio(double estimate, double error, double freedom) {

  private static final double CONFIDENCE = 0.95;

  /** Of forks that have nothing to do with each other, at least 2 and 2. */
  static LogRatio independent(double[] oldLogs, double[] newLogs) {
    double ofOld = variance(oldLogs) / oldLogs.length;
    double ofNew = variance(newLogs) / newLogs.length;
    double error = Math.sqrt(ofOld + ofNew);
    double freedom =
        error == 0
            ? oldLogs.length + newLogs.length - 2
            : TTest.withDefaults()
                .with(DataDispersion.HETEROSCEDASTIC)
                .test(newLogs, oldLogs)
                .getDegreesOfFreedom();
    return new LogRatio(mean(newLogs) - mean(oldLogs), error, freedom);
  }

  /** Of forks that were run one right after the other, pair by pair, at least 2 pairs. */
  static LogRatio paired(double[] oldLogs, double[] newLogs) {
    double[] differences = new double[oldLogs.length];
    Arrays.setAll(differences, i -> newLogs[i] - oldLogs[i]);
    return new LogRatio(
        mean(differences),
        Math.sqrt(variance(differences) / differences.length),
        differences.length - 1);
  }

  /** The probability of such a mean, or a larger one, if the true one is at most the bound. */
  double above(double bound) {
    if (error == 0) {
      return estimate > bound ? 0 : 1;
    }
    return TDistribution.of(freedom).survivalProbability((estimate - bound) / error);
  }

  LogRatio inverse() {
    return new LogRatio(-estimate, error, freedom);
  }

  /** Half the width of the interval. */
  double margin() {
    double quantile = TDistribution.of(freedom).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
    return quantile * error;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
