package io.github.remanence.fit;

import io.github.remanence.fit.curves.MeasuredCurve;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.RealVector;

/**
 * How repeats of one train on one device part from each other: a contrast of its cycles, and what
 * noise of the pulses does to it on the way.
 *
 * <p>A contrast is a weighted sum of cycles with weights that add up to 0 and whose squares add up
 * to 1 (Helmert): the common curve drops out, and the noise stays that of one cycle. Over the
 * pulses between two points a difference d becomes {@code carried d}, and noise of the variance
 * {@code added} at sigma = 1 joins it.
 *
 * @param contrast at each point
 * @param carried on the way to it, of the one before
 * @param added on the way to it
 */
record NoisePath(RealVector contrast, List<Double> carried, List<Double> added) {

  private static final double SMALL = 1e-6;

  /** The logarithm of a likelihood at its best scale of all variances, and that scale. */
  record Likelihood(double logarithm, double scale) {}

  /** What a filter sees: how surprising the points are. */
  private record Surprise(double squares, double logDeterminant, int count) {

    Surprise and(Surprise other) {
      return new Surprise(
          squares + other.squares, logDeterminant + other.logDeterminant, count + other.count);
    }
  }

  /** The paths of all devices with repeats over the same pulses. */
  static List<NoisePath> of(
      CurveFit fit, List<MeasuredCurve> curves, CycleNoise.Convention convention) {
    Map<String, List<MeasuredCurve>> devices = new LinkedHashMap<>();
    for (MeasuredCurve curve : curves) {
      devices
          .computeIfAbsent(curve.device() + "\n" + curve.field(), d -> new ArrayList<>())
          .add(curve);
    }
    List<NoisePath> paths = new ArrayList<>();
    for (List<MeasuredCurve> cycles : devices.values()) {
      List<MeanCurve> each = cycles.stream().map(c -> MeanCurve.measured(List.of(c))).toList();
      List<Double> pulses = each.getFirst().pulses();
      if (each.size() > 1 && each.stream().allMatch(c -> c.pulses().equals(pulses))) {
        paths.addAll(contrasts(fit, each, convention));
      }
    }
    return paths;
  }

  private static List<NoisePath> contrasts(
      CurveFit fit, List<MeanCurve> cycles, CycleNoise.Convention convention) {
    List<Double> pulses = cycles.getFirst().pulses();
    List<Double> carried = new ArrayList<>(List.of(0.0));
    List<Double> added = new ArrayList<>(List.of(0.0));
    for (int i = 1; i < pulses.size(); i++) {
      double[] way = way(fit, pulses.get(i - 1), pulses.get(i), convention);
      carried.add(way[0]);
      added.add(way[1]);
    }
    List<NoisePath> paths = new ArrayList<>();
    RealVector sum = cycles.getFirst().values();
    for (int j = 1; j < cycles.size(); j++) {
      RealVector next = cycles.get(j).values();
      RealVector contrast = sum.subtract(next.mapMultiply(j)).mapDivide(Math.sqrt(j * (j + 1.0)));
      paths.add(new NoisePath(contrast, carried, added));
      sum = sum.add(next);
    }
    return paths;
  }

  /** What of a difference stays over some pulses, and the variance that joins it at sigma = 1. */
  private static double[] way(
      CurveFit fit, double from, double to, CycleNoise.Convention convention) {
    Response response = fit.response();
    RealVector ends = fit.quantities();
    double range = Math.abs(ends.getEntry(1) - ends.getEntry(0));
    double stays = 1;
    double variance = 0;
    double now = Progress.after(response, from);
    for (double left = to - from; left > 0; left--) {
      double part = Math.min(left, 1);
      double step = response.step(now);
      double below = Math.min(now, 1 - SMALL);
      double slope = (response.step(below + SMALL) - response.step(below)) / SMALL;
      double keeps = 1 + part * slope;
      double sigma = convention == CycleNoise.Convention.PER_STEP ? range * step : range;
      variance = keeps * keeps * variance + part * sigma * sigma;
      stays *= keeps;
      now = Math.min(now + part * step, 1);
    }
    return new double[] {stays, variance};
  }

  /**
   * How likely paths are, at the best common scale of both variances.
   *
   * @param pulses the variance of noise of a pulse, in units of the scale
   * @param reading the variance of a reading, in units of the scale
   */
  static Likelihood likelihood(List<NoisePath> paths, double pulses, double reading) {
    Surprise all =
        paths.stream()
            .map(path -> path.surprise(pulses, reading))
            .reduce(new Surprise(0, 0, 0), Surprise::and);
    double scale = all.squares() / all.count();
    return new Likelihood(-0.5 * (all.count() * Math.log(scale) + all.logDeterminant()), scale);
  }

  /** The Kalman filter; the first point only says where the path starts. */
  private Surprise surprise(double pulses, double reading) {
    double squares = 0;
    double logDeterminant = 0;
    double mean = contrast.getEntry(0);
    double variance = reading;
    for (int i = 1; i < contrast.getDimension(); i++) {
      mean *= carried.get(i);
      variance = carried.get(i) * carried.get(i) * variance + pulses * added.get(i);
      double expected = variance + reading;
      double off = contrast.getEntry(i) - mean;
      squares += off * off / expected;
      logDeterminant += Math.log(expected);
      mean += variance / expected * off;
      variance -= variance / expected * variance;
    }
    return new Surprise(squares, logDeterminant, contrast.getDimension() - 1);
  }
}
