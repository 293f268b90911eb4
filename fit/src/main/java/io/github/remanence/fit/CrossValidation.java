package io.github.remanence.fit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.RealVector;

/**
 * How well a family predicts what it was not fitted to.
 *
 * <p>With three devices or more (or three cycles of one device), each of them is left out in turn
 * and predicted from the others. With fewer, it is each of ten sets of points, every tenth of the
 * curve. Not stretches of it: at the ends they ask for what lies beyond the rest, and that error
 * hides all others.
 */
final class CrossValidation {

  private static final int SETS = 10;

  private CrossValidation() {}

  /**
   * The mean squared error of each part that was left out, as a part of the squared span of the
   * curve; infinite where there was no fit without it.
   */
  static List<Double> errors(CurveFit fit, List<PacedCurve> curves) {
    Groups groups = Groups.of(curves);
    return groups.areEnough() ? byGroup(fit, groups) : byPoints(fit);
  }

  private static List<Double> byGroup(CurveFit fit, Groups groups) {
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < groups.groups().size(); i++) {
      MeanCurve rest = MeanCurve.of(groups.without(i));
      errors.add(error(fit, rest, left(groups, i)));
    }
    return errors;
  }

  /** The group that is left out, in pulses of the mean device of all. */
  private static MeanCurve left(Groups groups, int i) {
    double mean = PacedCurve.meanPace(groups.groups().stream().flatMap(List::stream).toList());
    return MeanCurve.of(groups.groups().get(i))
        .stretched(PacedCurve.meanPace(groups.groups().get(i)) / mean);
  }

  private static List<Double> byPoints(CurveFit fit) {
    MeanCurve curve = fit.curve();
    int sets = Math.min(SETS, curve.size());
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < sets; i++) {
      int set = i;
      MeanCurve left = curve.where(point -> point % sets == set);
      errors.add(error(fit, curve.where(point -> point % sets != set), left));
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
