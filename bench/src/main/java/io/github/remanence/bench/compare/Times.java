package io.github.remanence.bench.compare;

import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Row;
import java.util.Arrays;

/**
 * Which times of a row are compared: processor time where both results have it and the row has one
 * thread, as other programs that want the processors then do not count; else JMH's own time.
 */
final class Times {

  private Times() {}

  static boolean areOfProcessor(Result one, Result other) {
    return one.processorTimes().isPresent() && other.processorTimes().isPresent();
  }

  /**
   * New times over old ones.
   *
   * @param paired whether fork i of the one ran right beside fork i of the other
   * @throws IllegalArgumentException if one has one fork only, or a time that is no number
   */
  static LogRatio ratio(Result older, Result newer, boolean paired) {
    double[] oldLogs = logs(older, newer);
    double[] newLogs = logs(newer, older);
    if (!paired) {
      return LogRatio.independent(oldLogs, newLogs);
    }
    int pairs = Math.min(oldLogs.length, newLogs.length);
    return LogRatio.paired(Arrays.copyOf(oldLogs, pairs), Arrays.copyOf(newLogs, pairs));
  }

  /** Logarithms of times that the other result has as well. */
  private static double[] logs(Result result, Result other) {
    return areOfProcessor(result, other)
        ? logs(result.row(), result.processorTimes().orElseThrow(), 1)
        : logs(result.row(), result.forkMedians(), result.throughput() ? -1 : 1);
  }

  /**
   * Logarithms of times.
   *
   * @param sign -1 turns numbers round that are larger for the faster
   */
  private static double[] logs(Row row, double[] medians, int sign) {
    if (medians.length < Comparison.FEWEST_FORKS) {
      throw new IllegalArgumentException(
          "%s has %d fork; at least %d are needed to tell a difference from noise, and 5 or more to"
                  .formatted(row, medians.length, Comparison.FEWEST_FORKS)
              + " find a small one: measure with more rounds, or JMH's -f 5");
    }
    double[] logs = Arrays.stream(medians).map(value -> sign * Math.log(value)).toArray();
    if (Arrays.stream(logs).anyMatch(value -> !Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s has a time that is no positive number: %s".formatted(row, Arrays.toString(medians)));
    }
    return logs;
  }
}
