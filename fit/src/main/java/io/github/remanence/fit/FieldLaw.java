package io.github.remanence.fit;

import io.github.remanence.kernel.field.Linearisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * How far the field has moved the device, at each field that was measured: s from 0 at the weakest
 * to 1 at the strongest, never falling.
 *
 * <p>It is read from the bend of depression, the quantity that the field law is about. Where that
 * does not change by more than its errors, from the bend of potentiation; then from the range of
 * depression, and of potentiation. If none of them changes, s is 0 everywhere.
 *
 * @param from what s was read from, empty if nothing changes
 * @param points s at each field, weakest first
 * @param estimates s at each field with its interval: 0 and 1 at the ends are what s means, and in
 *     between it has the errors of its own field and of both ends, to first order. None if nothing
 *     changes
 */
public record FieldLaw(String from, List<Linearisation.Point> points, List<Estimate> estimates) {

  /** How sure a change must be: the part of unchanging devices that would show none. */
  private static final double CONFIDENCE = 0.99;

  /** Of an error that is one of a normal number. */
  private static final double NORMAL = 1e9;

  /** Errors below this part of a number are rounding. */
  private static final double ROUNDING = 1e-9;

  /** One number for each field. */
  private record Series(
      String name, List<Double> fields, List<Double> values, List<Double> weights) {

    /** Rising with the field where sign is 1, falling where it is -1. */
    private List<Double> monotone(int sign) {
      List<Double> signed = values.stream().map(v -> sign * v).toList();
      return Isotonic.rising(signed, weights).stream().map(v -> sign * v).toList();
    }

    private double squares(List<Double> law) {
      return IntStream.range(0, values.size())
          .mapToDouble(i -> weights.get(i) * Math.pow(values.get(i) - law.get(i), 2))
          .sum();
    }

    private List<Double> constant() {
      double mean = new Line(fields, values, weights).mean();
      return fields.stream().map(f -> mean).toList();
    }

    /** The nearest monotone law, if it is nearer than a constant by more than chance makes it. */
    private Optional<FieldLaw> law() {
      List<Double> rising = monotone(1);
      List<Double> falling = monotone(-1);
      List<Double> best = squares(rising) < squares(falling) ? rising : falling;
      double gain = squares(constant()) - squares(best);
      double first = best.getFirst();
      double way = best.getLast() - first;
      boolean changes =
          values.size() > 1
              && way != 0
              && gain
                  > new ChiSquaredDistribution(values.size() - 1)
                      .inverseCumulativeProbability(CONFIDENCE);
      return changes
          ? Optional.of(new FieldLaw(name, points(best, first, way), estimates(best, first, way)))
          : Optional.empty();
    }

    private List<Estimate> estimates(List<Double> law, double first, double way) {
      int last = fields.size() - 1;
      return IntStream.rangeClosed(0, last)
          .mapToObj(
              i -> {
                double s = Math.clamp((law.get(i) - first) / way, 0, 1);
                double variance =
                    1 / weights.get(i)
                        + (1 - s) * (1 - s) / weights.getFirst()
                        + s * s / weights.getLast();
                boolean isEnd = i == 0 || i == last;
                double error = isEnd ? 0 : Math.sqrt(variance) / Math.abs(way);
                return new Estimate("s", s, error, NORMAL);
              })
          .toList();
    }

    private List<Linearisation.Point> points(List<Double> law, double first, double way) {
      return IntStream.range(0, fields.size())
          .mapToObj(
              i ->
                  new Linearisation.Point(
                      fields.get(i), Math.clamp((law.get(i) - first) / way, 0, 1)))
          .toList();
    }
  }

  /** Copies the lists. */
  public FieldLaw {
    points = List.copyOf(points);
    estimates = List.copyOf(estimates);
  }

  static FieldLaw of(List<FieldPoint> depression, List<FieldPoint> potentiation) {
    List<Series> candidates = new ArrayList<>();
    for (Function<FieldPoint, Estimate> what :
        List.<Function<FieldPoint, Estimate>>of(FieldPoint::bend, FieldPoint::range)) {
      candidates.add(series(depression, what));
      candidates.add(series(potentiation, what));
    }
    return candidates.stream()
        .filter(series -> !series.fields().isEmpty())
        .flatMap(series -> series.law().stream())
        .findFirst()
        .orElseGet(() -> none(depression, potentiation));
  }

  private static FieldLaw none(List<FieldPoint> depression, List<FieldPoint> potentiation) {
    Map<Double, Linearisation.Point> points = new TreeMap<>();
    for (List<FieldPoint> fits : List.of(depression, potentiation)) {
      fits.forEach(fit -> points.put(fit.field(), new Linearisation.Point(fit.field(), 0)));
    }
    return new FieldLaw("", List.copyOf(points.values()), List.of());
  }

  private static Series series(List<FieldPoint> fits, Function<FieldPoint, Estimate> what) {
    List<Estimate> estimates = fits.stream().map(what).toList();
    return new Series(
        estimates.isEmpty()
            ? ""
            : estimates.getFirst().name() + " of " + fits.getFirst().polarity(),
        fits.stream().map(FieldPoint::field).toList(),
        estimates.stream().map(Estimate::value).toList(),
        estimates.stream().map(FieldLaw::weight).toList());
  }

  /** The inverse variance, finite and positive. */
  static double weight(Estimate estimate) {
    double error =
        Math.max(estimate.normalError(), ROUNDING * Math.abs(estimate.value()) + Double.MIN_NORMAL);
    return Math.clamp(1 / (error * error), 1e-300, 1e300);
  }

  /** Whether the field changes the device. */
  public boolean changes() {
    return !from.isEmpty();
  }

  /** s(H), joined by straight lines between the fields that were measured. */
  Linearisation linearisation() {
    return new Linearisation.Measured(points);
  }
}
