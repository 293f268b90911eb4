package io.github.remanence.fit;

import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.kernel.device.CycleNoise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.optim.univariate.UnivariatePointValuePair;

/**
 * Cycle-to-cycle noise and read noise of repeats, by maximum likelihood.
 *
 * <p>Noise of pulses adds up along a train, noise of reading does not; so one is told from the
 * other by how neighbours go together. The likelihood is that of a Kalman filter over {@link
 * NoisePath}s.
 *
 * @param convention what sigma is a part of: whichever is more likely
 * @param sigma of the noise of a pulse, 0 if there is none to be seen
 * @param readNoise standard deviation of a reading, 0 if there is none to be seen
 */
record NoiseFit(CycleNoise.Convention convention, double sigma, double readNoise) {

  /** Twice the logarithm of the likelihood that chance gains in one of a hundred, at a bound. */
  private static final double GAIN_OF_CHANCE = 5.412;

  /** Of the variance of reading to that of pulses: neither side is seen beyond. */
  private static final double LOG_LEAST_RATIO = -14;

  private static final double LOG_MOST_RATIO = 14;

  /** The paths under one convention, and how likely they are at best. */
  private record Candidate(CycleNoise.Convention convention, List<NoisePath> paths) {

    NoisePath.Likelihood at(double logRatio) {
      return NoisePath.likelihood(paths, 1, Math.exp(logRatio));
    }

    private double best() {
      UnivariateFunction likelihood = x -> at(x).logarithm();
      // Two humps are possible: a coarse look first.
      double coarse =
          Stream.iterate(LOG_LEAST_RATIO, x -> x <= LOG_MOST_RATIO, x -> x + 1)
              .max(Comparator.comparingDouble(likelihood::value))
              .orElseThrow();
      UnivariatePointValuePair found =
          new BrentOptimizer(1e-6, 1e-9)
              .optimize(
                  new UnivariateObjectiveFunction(likelihood),
                  GoalType.MAXIMIZE,
                  new MaxEval(200),
                  new SearchInterval(coarse - 1, coarse + 1, coarse));
      return found.getPoint();
    }

    private NoiseFit fit() {
      double ratio = best();
      NoisePath.Likelihood both = at(ratio);
      NoisePath.Likelihood pulsesOnly = NoisePath.likelihood(paths, 1, 0);
      NoisePath.Likelihood readingOnly = NoisePath.likelihood(paths, 0, 1);
      if (2 * (both.logarithm() - readingOnly.logarithm()) < GAIN_OF_CHANCE) {
        return new NoiseFit(convention, 0, Math.sqrt(readingOnly.scale()));
      }
      if (2 * (both.logarithm() - pulsesOnly.logarithm()) < GAIN_OF_CHANCE) {
        return new NoiseFit(convention, Math.sqrt(pulsesOnly.scale()), 0);
      }
      double reading = Math.sqrt(Math.exp(ratio) * both.scale());
      return new NoiseFit(convention, Math.sqrt(both.scale()), reading);
    }
  }

  /** Of all trains that were repeated on a device. */
  static NoiseFit of(List<TrainFit> fits, Measurements measured) {
    List<Candidate> candidates = new ArrayList<>();
    for (CycleNoise.Convention convention :
        List.of(CycleNoise.Convention.PER_STEP, CycleNoise.Convention.RANGE_SQRT_N)) {
      List<NoisePath> paths =
          fits.stream()
              .flatMap(
                  fit ->
                      NoisePath.of(fit.fit(), measured.of(fit.polarity(), fit.field()), convention)
                          .stream())
              .toList();
      candidates.add(new Candidate(convention, paths));
    }
    boolean differ =
        candidates.getFirst().paths().stream().anyMatch(path -> path.contrast().getNorm() > 0);
    if (!differ) {
      return new NoiseFit(CycleNoise.Convention.PER_STEP, 0, 0);
    }
    return candidates.stream()
        .max(Comparator.comparingDouble(c -> c.at(c.best()).logarithm()))
        .orElseThrow()
        .fit();
  }

  CycleNoise cycleNoise() {
    return sigma == 0
        ? CycleNoise.NONE
        : new CycleNoise(convention, Math.min(sigma, 1000), CycleNoise.Mode.AGGREGATE);
  }
}
