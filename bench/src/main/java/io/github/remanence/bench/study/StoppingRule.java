package io.github.remanence.bench.study;

import java.util.List;
import java.util.Map;

/** Says when a study that has made all its rounds has enough forks of a row. */
@FunctionalInterface
public interface StoppingRule {

  /** The rounds are enough. */
  StoppingRule AFTER_ROUNDS = soFar -> Map.of();

  /**
   * Asked after the last round, and again after every further one.
   *
   * @param soFar what was measured, of each build
   * @return how many forks of each build those rows need that have too few, by what is known so
   *     far; a row that is not named has enough
   */
  Map<Row, Integer> forks(List<Results> soFar);
}
