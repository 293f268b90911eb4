package io.github.remanence.fit;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The straight line nearest to weighted points; a constant where all have the same x. */
final class Line {

  private final List<Double> weights;
  private final double meanX;
  private final double mean;
  private final double slope;

  Line(List<Double> xs, List<Double> ys, List<Double> weights) {
    this.weights = weights;
    this.meanX = mean(xs);
    this.mean = mean(ys);
    double squares = sum(i -> Math.pow(xs.get(i) - meanX, 2));
    double products = sum(i -> (xs.get(i) - meanX) * (ys.get(i) - mean));
    this.slope = squares > 0 ? products / squares : 0;
  }

  private double mean(List<Double> numbers) {
    return sum(numbers::get) / sum(i -> 1);
  }

  private double sum(IntToDoubleFunction of) {
    // Of weights as far apart as 1e-300 and 1e300 only the larger count; sums stay finite.
    double largest = weights.stream().mapToDouble(w -> w).max().orElseThrow();
    return IntStream.range(0, weights.size())
        .mapToDouble(i -> weights.get(i) / largest * of.applyAsDouble(i))
        .sum();
  }

  double mean() {
    return mean;
  }

  double at(double x) {
    return mean + slope * (x - meanX);
  }
}
