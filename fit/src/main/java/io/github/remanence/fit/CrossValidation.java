package io.github.remanence.fit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.RealVector;

/**
 * How well a family predicts what it was not fitted to.
 *
 * <p>With three devices or more (or three cycles of one device), each of them is left out in turn
 * and predicted from the others. With fewer, it is each of ten stretches of the curve. Stretches,
 * not single points: neighbours that share their noise would give it away.
 */
final class CrossValidation {

  private static final int STRETCHES = 10;

  private CrossValidation() {}

  /**
   * The mean squared error of each part that was left out, as a part of the squared span of the
   * curve; infinite where there was no fit without it.
   */
  static List<Double> errors(CurveFit fit, List<MeasuredCurve> curves) {
    Groups groups = Groups.of(curves);
    return groups.areEnough() ? byGroup(fit, groups) : byStretch(fit);
  }

  private static List<Double> byGroup(CurveFit fit, Groups groups) {
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < groups.groups().size(); i++) {
      MeanCurve rest = MeanCurve.of(groups.without(i));
      MeanCurve left = MeanCurve.of(groups.groups().get(i));
      errors.add(error(fit, rest, left));
    }
    return errors;
  }

  private static List<Double> byStretch(CurveFit fit) {
    MeanCurve curve = fit.curve();
    int stretches = Math.min(STRETCHES, curve.size());
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < stretches; i++) {
      int from = curve.size() * i / stretches;
      int to = curve.size() * (i + 1) / stretches;
      MeanCurve left = curve.without(0, from).without(to - from, curve.size() - from);
      errors.add(error(fit, curve.without(from, to), left));
    }
    return errors;
  }

  private static double error(CurveFit fit, MeanCurve rest, MeanCurve left) {
    double span = fit.curve().span();
    return fit.again(rest)
        .map(
            other -> {
              RealVector distance = other.at(left.pulses()).subtract(left.values());
              return distance.dotProduct(distance) / left.size() / (span * span);
            })
        .orElse(Double.POSITIVE_INFINITY);
  }
}
