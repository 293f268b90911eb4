package io.github.remanence.bench.compare;

import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Row;
import io.github.remanence.bench.study.StoppingRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes on with a row of two builds by turns until its spread lets {@link Comparison#slowdownToFind}
 * be found, or until it has so many pairs.
 *
 * <p>What the ratio of the two is plays no part in it: who stops as soon as a difference shows
 * finds one in everything.
 *
 * @param tolerance the part by which a row may be slower
 * @param most pairs of a row
 */
public record UntilFound(double tolerance, int most) implements StoppingRule {

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the two have no row in common, or a row has one fork only
   */
  @Override
  public Map<Row, Integer> forks(List<Results> soFar) {
    Results older = soFar.getFirst();
    List<Result> rows = Comparison.judged(older, soFar.getLast());
    Power power = Power.of(tolerance, rows.size());
    double slowdown = Comparison.slowdownToFind(tolerance);
    Map<Row, Integer> wanted = new HashMap<>();
    for (Result newer : rows) {
      LogRatio ratio = Times.ratio(older.of(newer.row()).orElseThrow(), newer, true);
      wanted.put(newer.row(), power.pairs(ratio, slowdown, most));
    }
    return wanted;
  }
}
