package io.github.remanence.bench.quick;

import java.util.List;

/** Order statistics of durations, which say more than a mean when other programs disturb some. */
final class Samples {

  private final double[] sorted;

  /**
   * Copies the samples.
   *
   * @param samples at least one
   */
  Samples(List<Double> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples, so no median");
    }
    sorted = samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** How many there are. */
  int size() {
    return sorted.length;
  }

  /** The middle one. */
  double median() {
    return quantile(0.5);
  }

  /**
   * The value below which a fraction of the samples lies, on a straight line between neighbours
   * (type 7 of Hyndman and Fan, The American Statistician 50(4), 1996; the default of R and NumPy).
   *
   * @param fraction in [0, 1]
   */
  double quantile(double fraction) {
    double position = fraction * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** These nanoseconds a pass as a measurement of passes over a crossbar. */
  Measurement of(long devices, int bytesPerDevice) {
    return new Measurement(median(), quantile(0.25), quantile(0.75), devices, bytesPerDevice);
  }
}
