package io.github.remanence.fit;

import java.util.Collection;
import java.util.List;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * What of the variance of a number lies between devices, and what between the cycles of one: the
 * analysis of variance with one random factor (Searle, Casella, McCulloch, Variance Components,
 * 1992), pooled over the trains in which the number was measured.
 *
 * @param between variance from device to device; 0 where it is no more than the cycles explain
 * @param within variance from cycle to cycle, errors of measurement included
 * @param devices degrees of freedom between devices
 * @param cycles degrees of freedom within them
 */
record VarianceComponents(double between, double within, double devices, double cycles) {

  /** How sure a difference between devices must be. */
  private static final double CONFIDENCE = 0.99;

  /** Where no device has repeats: what stands for the number of them. */
  private static final double FREEDOM_OF_FITS = 100;

  /**
   * Of trains, each with the numbers of each device, relative to the mean of the train.
   *
   * @param errorOfFits variance of one number, which stands in where no device has repeats
   */
  static VarianceComponents of(
      Collection<? extends Collection<List<Double>>> trains, double errorOfFits) {
    double squaresBetween = 0;
    double squaresWithin = 0;
    double freedomBetween = 0;
    double freedomWithin = 0;
    double repeats = 0;
    for (Collection<List<Double>> devices : trains) {
      double all = devices.stream().mapToDouble(List::size).sum();
      double mean = devices.stream().flatMap(List::stream).mapToDouble(v -> v).sum() / all;
      for (List<Double> cycles : devices) {
        double own = mean(cycles);
        squaresBetween += cycles.size() * (own - mean) * (own - mean);
        squaresWithin += cycles.stream().mapToDouble(v -> (v - own) * (v - own)).sum();
        freedomWithin += cycles.size() - 1;
      }
      freedomBetween += devices.size() - 1;
      // Of unequal numbers of cycles, the mean that makes the estimate unbiased.
      repeats += all - devices.stream().mapToDouble(c -> c.size() * c.size()).sum() / all;
    }
    boolean haveRepeats = freedomWithin > 0;
    double within = haveRepeats ? squaresWithin / freedomWithin : errorOfFits;
    double cycles = haveRepeats ? freedomWithin : FREEDOM_OF_FITS;
    if (freedomBetween == 0) {
      return new VarianceComponents(0, within, 0, cycles);
    }
    double meanSquare = squaresBetween / freedomBetween;
    boolean differ = differ(meanSquare, within, freedomBetween, cycles);
    double between = differ ? (meanSquare - within) * freedomBetween / repeats : 0;
    return new VarianceComponents(between, within, freedomBetween, cycles);
  }

  private static boolean differ(double between, double within, double devices, double cycles) {
    return between > within
        && (within == 0
            || between / within
                > new FDistribution(devices, cycles).inverseCumulativeProbability(CONFIDENCE));
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(v -> v).average().orElseThrow();
  }
}
