package io.github.remanence.fit;

import io.github.remanence.fit.curves.MeasuredCurve;
import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.Tabulated;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.linear.RealVector;

/**
 * The mean of repeats of one train as a table: made monotone, and plateaus made one point, so that
 * progress strictly grows.
 *
 * <p>A plateau is where the curve stands still, or goes back by noise. Its point lies in its
 * middle; at the ends of the curve it lies at the end.
 *
 * @param field magnitude of the field
 * @param polarity of the pulses
 * @param start the conductance at the first number of pulses, which counts as 0
 * @param end the one at the last
 * @param table progress over pulses
 */
record MonotoneCurve(double field, Polarity polarity, double start, double end, Tabulated table) {

  /** How well a bend and, of itself, a range are read from a table; a choice. */
  private static final double BEND_ERROR = 0.05;

  private static final double RANGE_ERROR = 0.01;

  /** Degrees of freedom of an error that is known. */
  private static final double MANY = 1e6;

  static MonotoneCurve of(double field, Polarity polarity, List<MeasuredCurve> curves) {
    MeanCurve mean = MeanCurve.measured(curves);
    double sign = polarity == Polarity.POTENTIATION ? 1 : -1;
    List<Isotonic.Pool> pools =
        Isotonic.pools(
            boxed(mean.values().mapMultiply(sign).toArray()), boxed(mean.counts().toArray()));
    if (pools.size() < 2) {
      throw new IllegalArgumentException(
          "%s at field %s does not %s; are the polarities mixed up?"
              .formatted(polarity, field, sign > 0 ? "rise" : "fall"));
    }
    double first = pools.getFirst().mean();
    double range = pools.getLast().mean() - first;
    List<Double> places = places(pools, mean.pulses());
    List<Tabulated.Point> points =
        IntStream.range(0, pools.size())
            .mapToObj(
                i -> new Tabulated.Point(places.get(i), (pools.get(i).mean() - first) / range))
            .toList();
    double last = pools.getLast().mean();
    return new MonotoneCurve(
        field, polarity, sign * first, sign * last, new Tabulated(strictly(points)));
  }

  private static List<Double> boxed(double[] numbers) {
    return DoubleStream.of(numbers).boxed().toList();
  }

  /** The pulses of each pool, counted from the first. */
  private static List<Double> places(List<Isotonic.Pool> pools, List<Double> pulses) {
    List<Double> places = new ArrayList<>();
    int next = 0;
    for (Isotonic.Pool pool : pools) {
      double from = pulses.get(next);
      double to = pulses.get(next + pool.size() - 1);
      boolean isFirst = next == 0;
      next += pool.size();
      boolean isLast = next == pulses.size();
      places.add((isFirst ? from : isLast ? to : (from + to) / 2) - pulses.getFirst());
    }
    return places;
  }

  /** Without points whose progress rounds to that of the one before. */
  private static List<Tabulated.Point> strictly(List<Tabulated.Point> points) {
    List<Tabulated.Point> kept = new ArrayList<>();
    for (Tabulated.Point point : points) {
      if (kept.isEmpty() || point.progress() > kept.getLast().progress()) {
        kept.add(point);
      }
    }
    return kept;
  }

  double pulses() {
    return table.points().getLast().pulses();
  }

  RealVector after(List<Double> numbersOfPulses) {
    return Progress.after(table, numbersOfPulses).mapMultiply(end - start).mapAdd(start);
  }

  FieldPoint fieldPoint() {
    double range = Math.abs(end - start);
    return new FieldPoint(
        field,
        polarity,
        new Estimate("bend", Bend.of(table, pulses()), BEND_ERROR, MANY),
        new Estimate("range", range, RANGE_ERROR * range, MANY));
  }

  /** The same curve up to fewer pulses, with points wherever this one or the other has them. */
  MonotoneCurve cutAndSampledLike(MonotoneCurve other) {
    double last = Math.min(pulses(), other.pulses());
    double whole = Progress.after(table, last);
    TreeSet<Double> places = new TreeSet<>();
    for (MonotoneCurve curve : List.of(this, other)) {
      curve.table.points().forEach(point -> places.add(Math.min(point.pulses(), last)));
    }
    List<Tabulated.Point> points =
        places.stream()
            .map(n -> new Tabulated.Point(n, n == last ? 1 : Progress.after(table, n) / whole))
            .toList();
    return new MonotoneCurve(
        field, polarity, start, start + whole * (end - start), new Tabulated(points));
  }
}
