package io.github.remanence.fit;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/**
 * The mean of repeats of one train, and how many there were at each point. A least-squares fit to
 * it, so weighted, is the fit to all of them.
 *
 * @param pulses in rising order
 * @param values the mean at each
 * @param counts how many values it is the mean of
 */
record MeanCurve(List<Double> pulses, RealVector values, RealVector counts) {

  static MeanCurve of(List<MeasuredCurve> curves) {
    TreeMap<Double, List<Double>> at =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .collect(
                Collectors.groupingBy(
                    MeasuredCurve.Point::pulses,
                    TreeMap::new,
                    Collectors.mapping(MeasuredCurve.Point::value, Collectors.toList())));
    return new MeanCurve(
        List.copyOf(at.keySet()),
        vector(at, values -> values.stream().mapToDouble(v -> v).average().orElseThrow()),
        vector(at, List::size));
  }

  private static RealVector vector(
      TreeMap<Double, List<Double>> at, ToDoubleFunction<List<Double>> of) {
    return new ArrayRealVector(at.values().stream().mapToDouble(of).toArray());
  }

  /** Without the points from one to, but not including, another. */
  MeanCurve without(int from, int to) {
    int[] kept = IntStream.range(0, size()).filter(i -> i < from || i >= to).toArray();
    return new MeanCurve(
        IntStream.of(kept).mapToObj(pulses::get).toList(), part(values, kept), part(counts, kept));
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
