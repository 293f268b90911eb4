package io.github.remanence.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a family predicts what it was not fitted to, over all fields.
 *
 * @param polarity of the pulses
 * @param family which family
 * @param error root of the mean squared error of what was left out, as a part of the span of the
 *     curve; infinite where the family could not be fitted
 * @param chosen whether the device has this family
 */
public record FamilyScore(Polarity polarity, Family family, double error, boolean chosen) {

  /** A family with the squared error of every part that was left out. */
  record Errors(Family family, List<Double> squares) {

    double mean() {
      return squares.stream().mapToDouble(e -> e).average().orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether it is worse than the other by no more than the standard error of the difference. */
    boolean isAsGoodAs(Errors other) {
      if (mean() == Double.POSITIVE_INFINITY) {
        return false;
      }
      int parts = squares.size();
      double difference = mean() - other.mean();
      double squared =
          IntStream.range(0, parts)
              .mapToDouble(i -> squares.get(i) - other.squares.get(i) - difference)
              .map(d -> d * d)
              .sum();
      return difference <= Math.sqrt(squared / (parts - 1) / parts);
    }
  }

  /**
   * The simplest family that is as good as the best, within one standard error of the difference:
   * families overlap, and where they cannot be told apart chance must not choose.
   */
  static Errors best(List<Errors> simplestFirst) {
    Errors best =
        simplestFirst.stream().min(java.util.Comparator.comparingDouble(Errors::mean)).orElseThrow();
    return simplestFirst.stream().filter(e -> e.isAsGoodAs(best)).findFirst().orElse(best);
  }

  static List<FamilyScore> of(Polarity polarity, List<Errors> all) {
    Errors best = best(all);
    List<FamilyScore> scores = new ArrayList<>();
    for (Errors errors : all) {
      scores.add(
          new FamilyScore(
              polarity, errors.family(), Math.sqrt(errors.mean()), errors.equals(best)));
    }
    return scores;
  }
}
