package io.github.remanence.fit;

import io.github.remanence.fit.curves.MeasuredCurve;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/**
 * How one train differs from the mean of all: its own start, and its own factor on the number of
 * pulses,
 *
 * <pre>G(n) = start + (window) v(factor n)</pre>
 *
 * <p>with the window and the response of all. These two show in every curve, a line included.
 *
 * @param first the first value that was measured
 * @param factor on the number of pulses
 * @param variance of the factor, if the points scatter independently
 */
record OwnPace(double first, double factor, double variance) {

  private static final double LEAST = 0.02;
  private static final double MOST = 5;

  static Optional<OwnPace> of(CurveFit all, MeasuredCurve train) {
    MeanCurve curve = MeanCurve.measured(List.of(train));
    if (curve.size() < 3) {
      return Optional.empty();
    }
    RealVector ends = all.quantities();
    double start = ends.getEntry(0);
    double window = ends.getEntry(1) - start;
    DoubleUnaryOperator progress = Progress.upTo(all.response(), MOST * curve.lastPulses());
    RealVector pulses = new ArrayRealVector(curve.pulses().toArray(Double[]::new));
    LeastSquares search =
        new LeastSquares(
            p -> pulses.map(n -> p.getEntry(0) + progress.applyAsDouble(p.getEntry(1) * n)),
            curve.values().mapSubtract(start).mapDivide(window),
            curve.counts(),
            new ArrayRealVector(new double[] {-5, LEAST}),
            new ArrayRealVector(new double[] {5, MOST}));
    return search
        .from(new ArrayRealVector(new double[] {0, 1}))
        .map(
            found -> {
              RealVector at = found.parameters();
              double scatter = found.sumOfSquares() / (curve.size() - 2);
              return new OwnPace(
                  curve.values().getEntry(0),
                  at.getEntry(1),
                  scatter * search.covariance(at).getEntry(1, 1));
            });
  }

  /**
   * How a number of trains differs between devices, and between the cycles of one.
   *
   * @param trains of each, what each device did, once for each cycle
   */
  static VarianceComponents components(
      List<Map<String, List<OwnPace>>> trains, ToDoubleFunction<OwnPace> what) {
    double errorOfFits =
        trains.stream().flatMap(OwnPace::all).mapToDouble(OwnPace::variance).average().orElse(0);
    return VarianceComponents.of(
        trains.stream().map(devices -> relative(devices, what)).toList(), errorOfFits);
  }

  private static Stream<OwnPace> all(Map<String, List<OwnPace>> devices) {
    return devices.values().stream().flatMap(List::stream);
  }

  /** The mean of a number over all cycles of all devices. */
  static double mean(Map<String, List<OwnPace>> devices, ToDoubleFunction<OwnPace> what) {
    return all(devices).mapToDouble(what).average().orElse(Double.NaN);
  }

  /** A number of each cycle of each device, in units of the mean of all. */
  private static Collection<List<Double>> relative(
      Map<String, List<OwnPace>> devices, ToDoubleFunction<OwnPace> what) {
    double mean = mean(devices, what);
    return devices.values().stream()
        .map(cycles -> cycles.stream().map(pace -> what.applyAsDouble(pace) / mean).toList())
        .toList();
  }
}
