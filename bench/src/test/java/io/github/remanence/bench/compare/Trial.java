package io.github.remanence.bench.compare;

import io.github.remanence.bench.compare.Difference.Verdict;
import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Row;
import java.util.Arrays;
import java.util.List;

/**
 * A build beside itself, and what is said of it.
 *
 * @param older what was measured of the one
 * @param newer of the other
 * @param paired whether by turns
 */
record Trial(Results older, Results newer, boolean paired) {

  private static final double SLOWDOWN = 1.1;

  /** What commands take unless told otherwise. */
  static final double TOLERANCE = 0.02;

  /** Whether a row is said to be slower, though none is. */
  boolean alarms() {
    return !Comparison.of(older, newer, TOLERANCE, paired).regressions().isEmpty();
  }

  /** The same without a correction for their number, and without a tolerance. */
  boolean alarmsWithoutHolm() {
    return older.all().stream()
        .map(result -> Comparison.of(only(older, result.row()), newer, 0, paired))
        .anyMatch(comparison -> !comparison.regressions().isEmpty());
  }

  /** The smallest slowdown of a row that would be found, as a ratio. */
  double finds(Row row) {
    return difference(newer, row).finds();
  }

  /**
   * What is said of a row if it has become 10 % slower. That is planted in what was measured, which
   * it cannot have made longer: the rule does not look at it, as UntilFoundTest shows.
   */
  Verdict verdictIfSlower(Row row) {
    return difference(planted(newer, row), row).verdict();
  }

  private Difference difference(Results other, Row row) {
    return Comparison.of(older, other, TOLERANCE, paired).differences().stream()
        .filter(difference -> difference.row().equals(row))
        .findFirst()
        .orElseThrow();
  }

  /** In how many trials one of these verdicts is said of a row that has become slower. */
  static long count(List<Trial> trials, Row row, Verdict... verdicts) {
    return trials.stream()
        .filter(trial -> List.of(verdicts).contains(trial.verdictIfSlower(row)))
        .count();
  }

  private static Results planted(Results results, Row slower) {
    JmhJson json = new JmhJson();
    for (Result result : results.all()) {
      double factor = result.row().equals(slower) ? SLOWDOWN : 1;
      double[] times = Arrays.stream(result.forkMedians()).map(t -> factor * t).toArray();
      json.time(result.row().benchmark(), result.row().params(), times);
    }
    return json.results();
  }

  private static Results only(Results results, Row row) {
    double[] times = results.of(row).orElseThrow().forkMedians();
    return new JmhJson().time(row.benchmark(), row.params(), times).results();
  }
}
