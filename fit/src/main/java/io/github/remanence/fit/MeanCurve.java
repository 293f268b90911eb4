package io.github.remanence.fit;

import io.github.remanence.fit.curves.MeasuredCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/**
 * The mean of repeats of one train, and how many there were at each point. A least-squares fit to
 * it, so weighted, is the fit to all of them.
 *
 * @param pulses in rising order; of devices with a pace of their own, in pulses of the mean device
 * @param values the mean at each
 * @param counts how many values it is the mean of
 */
record MeanCurve(List<Double> pulses, RealVector values, RealVector counts) {

  /** Pulses as they were given. */
  static MeanCurve measured(List<MeasuredCurve> curves) {
    return of(curves.stream().map(curve -> new PacedCurve(curve, 1)).toList());
  }

  static MeanCurve of(List<PacedCurve> curves) {
    double mean = PacedCurve.meanPace(curves);
    TreeMap<Double, List<Double>> at = new TreeMap<>();
    for (PacedCurve paced : curves) {
      double pace = paced.pace() / mean;
      for (MeasuredCurve.Point point : paced.curve().points()) {
        at.computeIfAbsent(pace * point.pulses(), p -> new ArrayList<>()).add(point.value());
      }
    }
    List<List<Double>> values = List.copyOf(at.values());
    return new MeanCurve(
        List.copyOf(at.keySet()),
        vector(values, each -> each.stream().mapToDouble(v -> v).average().orElseThrow()),
        vector(values, List::size));
  }

  private static RealVector vector(List<List<Double>> values, ToDoubleFunction<List<Double>> of) {
    return new ArrayRealVector(values.stream().mapToDouble(of).toArray());
  }

  /** Those of its points whose place in the row passes a test. */
  MeanCurve where(IntPredicate test) {
    int[] kept = IntStream.range(0, size()).filter(test).toArray();
    return new MeanCurve(
        IntStream.of(kept).mapToObj(pulses::get).toList(), part(values, kept), part(counts, kept));
  }

  /** With all numbers of pulses multiplied by a factor. */
  MeanCurve stretched(double factor) {
    return new MeanCurve(pulses.stream().map(n -> factor * n).toList(), values, counts);
  }

  private static RealVector part(RealVector vector, int[] kept) {
    return new ArrayRealVector(IntStream.of(kept).mapToDouble(vector::getEntry).toArray());
  }

  int size() {
    return pulses.size();
  }

  double lastPulses() {
    return pulses.getLast();
  }

  /** From the lowest to the highest value. */
  double span() {
    return values.getMaxValue() - values.getMinValue();
  }
}
