package io.github.remanence.fit;

import io.github.remanence.fit.curves.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * What was found from the trains of one polarity in one field.
 *
 * @param field its magnitude
 * @param polarity of the pulses
 * @param fit to all of them
 * @param estimates both ends of the window, the numbers of the response, and its bend
 * @param errorsFrom where their standard errors come from
 */
record TrainFit(
    double field, Polarity polarity, CurveFit fit, List<Estimate> estimates, Errors errorsFrom) {

  /** Where standard errors come from. */
  enum Errors {
    /** Leaving out devices, or cycles of one device, in turn: the jackknife. */
    REPEATS("leaving out each device, or each cycle of one device, in turn (jackknife)"),
    /** The scatter of the points about the fit, as if they were independent. */
    SCATTER("the scatter of the points about the fit, as if they were independent");

    final String words;

    Errors(String words) {
      this.words = words;
    }
  }

  static TrainFit of(double field, Polarity polarity, CurveFit fit, List<PacedCurve> curves) {
    Groups groups = Groups.of(curves);
    return groups.areEnough()
        ? new TrainFit(field, polarity, fit, jackknife(fit, groups), Errors.REPEATS)
        : new TrainFit(field, polarity, fit, scatter(fit), Errors.SCATTER);
  }

  private static List<Estimate> jackknife(CurveFit fit, Groups groups) {
    int size = groups.groups().size();
    List<RealVector> each = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      fit.again(MeanCurve.of(groups.without(i))).ifPresent(other -> each.add(other.quantities()));
    }
    RealVector found = fit.quantities();
    return IntStream.range(0, found.getDimension())
        .mapToObj(
            q -> {
              // A rest that cannot be fitted says that the whole hangs on one device.
              double sum = each.size() < size ? Double.POSITIVE_INFINITY : spread(each, q);
              return estimate(fit, q, sum * (size - 1) / size, size - 1.0);
            })
        .toList();
  }

  private static double spread(List<RealVector> each, int q) {
    double mean = each.stream().mapToDouble(v -> v.getEntry(q)).average().orElse(Double.NaN);
    return each.stream().mapToDouble(v -> v.getEntry(q) - mean).map(d -> d * d).sum();
  }

  private static List<Estimate> scatter(CurveFit fit) {
    double span = fit.curve().span();
    double squares = fit.solution().sumOfSquares() * span * span;
    double freedom = fit.curve().size() - fit.parameterCount();
    RealMatrix covariance = fit.covariance(squares / freedom);
    return IntStream.range(0, covariance.getRowDimension())
        .mapToObj(q -> estimate(fit, q, covariance.getEntry(q, q), freedom))
        .toList();
  }

  private static Estimate estimate(CurveFit fit, int q, double variance, double freedom) {
    // What is infinite times nothing, and what rounding made negative, is not determined.
    double error = variance >= 0 ? Math.sqrt(variance) : Double.POSITIVE_INFINITY;
    return new Estimate(fit.names().get(q), fit.quantities().getEntry(q), error, freedom);
  }

  /** The value where its pulses start. */
  Estimate start() {
    return estimates.get(0);
  }

  /** The value where its pulses end. */
  Estimate end() {
    return estimates.get(1);
  }

  /** The width of its window; the errors of both ends as if they were independent. */
  Estimate range() {
    return new Estimate(
        "range",
        Math.abs(end().value() - start().value()),
        Math.hypot(start().standardError(), end().standardError()),
        start().degreesOfFreedom());
  }

  /** How far from linear it is. */
  Estimate bend() {
    return estimates.getLast();
  }

  /** The numbers of the response. */
  List<Estimate> numbers() {
    return estimates.subList(2, estimates.size() - 1);
  }

  FieldPoint fieldPoint() {
    return new FieldPoint(field, polarity, bend(), range());
  }

  /** What the fit leaves of the mean at each number of pulses. */
  RealVector residuals() {
    return fit.curve().values().subtract(fit.at(fit.curve().pulses()));
  }
}
