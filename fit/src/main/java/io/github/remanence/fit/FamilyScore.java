package io.github.remanence.fit;

import io.github.remanence.fit.curves.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a family predicts what it was not fitted to, over all fields.
 *
 * @param polarity of the pulses
 * @param family which family
 * @param error of what was left out, as a part of the span of the curve: the geometric mean of the
 *     root mean square of each part
 * @param chosen whether the device has this family
 */
public record FamilyScore(Polarity polarity, Family family, double error, boolean chosen) {

  /**
   * A family with the squared error of every part that was left out.
   *
   * <p>They are compared by their logarithms: the part with the steep start of a curve has errors
   * beside which all others would count for nothing.
   */
  record Errors(Family family, List<Double> squares) {

    /** A family that predicts to a millionth of the span is as good as one can be. */
    private static final double NOTHING = 1e-12;

    /** Chance alone makes one of two equals this many standard errors worse once in forty times. */
    private static final double STANDARD_ERRORS = 2;

    private double logarithm(int part) {
      return Math.log(Math.max(squares.get(part), NOTHING));
    }

    double meanLogarithm() {
      return IntStream.range(0, squares.size())
          .mapToDouble(this::logarithm)
          .average()
          .orElseThrow();
    }

    /** Whether it is worse than the other by no more than chance makes it. */
    boolean isAsGoodAs(Errors other) {
      if (meanLogarithm() == Double.POSITIVE_INFINITY) {
        return false;
      }
      int parts = squares.size();
      double difference = meanLogarithm() - other.meanLogarithm();
      double squared =
          IntStream.range(0, parts)
              .mapToDouble(i -> logarithm(i) - other.logarithm(i) - difference)
              .map(d -> d * d)
              .sum();
      return difference <= STANDARD_ERRORS * Math.sqrt(squared / (parts - 1) / parts);
    }
  }

  /**
   * The simplest family that is as good as the best, within two standard errors of the difference:
   * families overlap, and where they cannot be told apart chance must not choose.
   */
  static Errors best(List<Errors> simplestFirst) {
    Errors best =
        simplestFirst.stream().min(Comparator.comparingDouble(Errors::meanLogarithm)).orElseThrow();
    return simplestFirst.stream().filter(e -> e.isAsGoodAs(best)).findFirst().orElse(best);
  }

  static List<FamilyScore> of(Polarity polarity, List<Errors> all) {
    Errors best = best(all);
    List<FamilyScore> scores = new ArrayList<>();
    for (Errors errors : all) {
      double error = Math.exp(errors.meanLogarithm() / 2);
      scores.add(new FamilyScore(polarity, errors.family(), error, errors.equals(best)));
    }
    return scores;
  }
}
