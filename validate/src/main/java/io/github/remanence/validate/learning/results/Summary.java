package io.github.remanence.validate.learning.results;

import io.github.remanence.validate.learning.training.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The accuracy of trials that differ in their seed alone.
 *
 * @param rate the learning rate
 * @param field the field that they learned in
 * @param reading how the network was tested
 * @param accuracies one for each seed, as shares of the test images
 */
public record Summary(double rate, double field, Reading reading, List<Double> accuracies) {

  /** How a network is tested. */
  public enum Reading {
    /** As it was learned. */
    LEARNED,
    /** After the field was removed. */
    FIELD_REMOVED
  }

  /** The mean accuracy. */
  public double mean() {
    return accuracies.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
  }

  /** The standard deviation over the seeds; empty for one alone. */
  public Optional<Double> standardDeviation() {
    if (accuracies.size() < 2) {
      return Optional.empty();
    }
    double mean = mean();
    double squares = accuracies.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return Optional.of(Math.sqrt(squares / (accuracies.size() - 1)));
  }

  /** All of them, by reading, field and rate. */
  public static List<Summary> of(List<Outcome> outcomes) {
    List<Summary> single = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      single.add(of(outcome, Reading.LEARNED, outcome.accuracy()));
      outcome
          .end()
          .flatMap(Outcome.End::removedAccuracy)
          .ifPresent(accuracy -> single.add(of(outcome, Reading.FIELD_REMOVED, accuracy)));
    }
    return single.stream()
        .collect(Collectors.groupingBy(Summary::withoutAccuracies))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey().with(entry.getValue()))
        .sorted(
            Comparator.comparing(Summary::reading)
                .thenComparingDouble(Summary::field)
                .thenComparingDouble(Summary::rate))
        .toList();
  }

  private static Summary of(Outcome outcome, Reading reading, double accuracy) {
    return new Summary(outcome.trial().rate(), outcome.trial().field(), reading, List.of(accuracy));
  }

  private Summary withoutAccuracies() {
    return new Summary(rate, field, reading, List.of());
  }

  private Summary with(List<Summary> same) {
    List<Double> all = same.stream().flatMap(summary -> summary.accuracies.stream()).toList();
    return new Summary(rate, field, reading, all);
  }
}
