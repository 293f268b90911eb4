package io.github.remanence.fit;

import io.github.remanence.kernel.device.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * One family fitted to one curve, by least squares, with the ends of the window free:
 *
 * <pre>G(n) = start + (end - start) v(n)    v(n) = progress after n pulses from 0</pre>
 *
 * @param family what was fitted
 * @param curve what it was fitted to
 * @param pulses P
 * @param search the least squares, in units of the curve
 * @param solution the scaled start, the scaled value after P pulses, and the shape
 */
record CurveFit(
    Family family,
    MeanCurve curve,
    double pulses,
    LeastSquares search,
    LeastSquares.Solution solution) {

  /** Before the shape: the value at the start, and after P pulses. */
  private static final int VALUES = 2;

  /** The best of all starts; empty where the curve has too few points, or no search settles. */
  static Optional<CurveFit> of(Family family, MeanCurve curve, double pulses) {
    return of(family, curve, pulses, family.starts());
  }

  /** The same for another curve, with what was found for this one as a start more. */
  Optional<CurveFit> again(MeanCurve other) {
    List<double[]> starts = new ArrayList<>(family.starts());
    starts.add(shape(solution.parameters()));
    return of(family, other, pulses, starts);
  }

  private static Optional<CurveFit> of(
      Family family, MeanCurve curve, double pulses, List<double[]> starts) {
    if (curve.size() < VALUES + family.low.length + 1 || curve.span() == 0) {
      return Optional.empty();
    }
    LeastSquares search = search(family, curve, pulses);
    double last = search.target().getEntry(curve.size() - 1);
    return starts.stream()
        .flatMap(shape -> search.from(parameters(0, last, shape)).stream())
        .min(Comparator.comparingDouble(LeastSquares.Solution::sumOfSquares))
        .map(best -> new CurveFit(family, curve, pulses, search, best));
  }

  private static LeastSquares search(Family family, MeanCurve curve, double pulses) {
    return new LeastSquares(
        p -> predicted(p, family, pulses, curve.pulses()),
        curve.values().mapSubtract(curve.values().getEntry(0)).mapDivide(curve.span()),
        curve.counts(),
        parameters(-5, -50, family.low),
        parameters(5, 50, family.high));
  }

  private static RealVector parameters(double start, double end, double[] shape) {
    return new ArrayRealVector(new double[] {start, end}, shape);
  }

  private static double[] shape(RealVector parameters) {
    return Arrays.copyOfRange(parameters.toArray(), VALUES, parameters.getDimension());
  }

  private static RealVector predicted(
      RealVector parameters, Family family, double pulses, List<Double> at) {
    Response response = family.response(shape(parameters), pulses);
    double start = parameters.getEntry(0);
    double whole = Progress.after(response, pulses);
    double way = (parameters.getEntry(1) - start) / whole;
    return Progress.after(response, at).mapMultiply(way).mapAdd(start);
  }

  private double toValue(double scaled) {
    return curve.values().getEntry(0) + curve.span() * scaled;
  }

  /** The values that the fit predicts. */
  RealVector at(List<Double> numbersOfPulses) {
    return predicted(solution.parameters(), family, pulses, numbersOfPulses).map(this::toValue);
  }

  /** The response found. */
  Response response() {
    return family.response(shape(solution.parameters()), pulses);
  }

  /** The names of {@link #quantities}. */
  List<String> names() {
    return Stream.of(List.of("start", "end"), family.numberNames, List.of("bend"))
        .flatMap(List::stream)
        .collect(Collectors.toList());
  }

  /**
   * What a device needs: both ends of the window, the numbers of the response, and its {@link
   * Bend}.
   */
  RealVector quantities() {
    return quantities(solution.parameters());
  }

  private RealVector quantities(RealVector parameters) {
    Response response = family.response(shape(parameters), pulses);
    double start = parameters.getEntry(0);
    double end = start + (parameters.getEntry(1) - start) / Progress.after(response, pulses);
    double[] numbers = Family.numbers(response);
    RealVector all = new ArrayRealVector(new double[] {toValue(start), toValue(end)}, numbers);
    return all.append(Bend.of(response, pulses));
  }

  /**
   * The covariance of {@link #quantities}, if all points scatter alike and independently about the
   * fit.
   *
   * @param variance of a single value
   */
  RealMatrix covariance(double variance) {
    RealVector at = solution.parameters();
    RealMatrix slopes =
        MatrixUtils.createRealMatrix(quantities().getDimension(), at.getDimension());
    for (int i = 0; i < at.getDimension(); i++) {
      double reach = 1e-5 * Math.max(1, Math.abs(at.getEntry(i)));
      double above = Math.min(at.getEntry(i) + reach, search.high().getEntry(i));
      double below = Math.max(at.getEntry(i) - reach, search.low().getEntry(i));
      RealVector rise = quantities(with(at, i, above)).subtract(quantities(with(at, i, below)));
      slopes.setColumnVector(i, rise.mapDivide(above - below));
    }
    double scaled = variance / (curve.span() * curve.span());
    return slopes.multiply(search.covariance(at)).multiplyTransposed(slopes).scalarMultiply(scaled);
  }

  private static RealVector with(RealVector vector, int i, double entry) {
    RealVector changed = vector.copy();
    changed.setEntry(i, entry);
    return changed;
  }

  /** How many numbers were found. */
  int parameterCount() {
    return solution.parameters().getDimension();
  }
}
