package io.github.remanence.fit;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Weighted least squares inside bounds: Levenberg-Marquardt of Hipparchus with derivatives from
 * differences.
 *
 * @param model what the parameters predict, a value for each target
 * @param target the values to come near, of order 1
 * @param weights of their squared distances
 * @param low the least each parameter may be
 * @param high the most
 */
record LeastSquares(
    UnaryOperator<RealVector> model,
    RealVector target,
    RealVector weights,
    RealVector low,
    RealVector high) {

  private static final int MOST_EVALUATIONS = 400;

  /** Of a parameter of order 1: the error of a central difference is near its square. */
  private static final double DIFFERENCE = 1e-5;

  /** The parameters found, and the weighted sum of squared distances that is left. */
  record Solution(RealVector parameters, double sumOfSquares) {}

  /** From one start; empty where the search does not settle. */
  Optional<Solution> from(RealVector start) {
    try {
      RealVector root = weights.map(Math::sqrt);
      RealVector found =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .target(target.ebeMultiply(root))
                      .model(p -> valueAndJacobian(p, root))
                      .parameterValidator(this::inside)
                      .maxEvaluations(MOST_EVALUATIONS)
                      .maxIterations(MOST_EVALUATIONS)
                      .build())
              .getPoint();
      RealVector parameters = inside(found);
      RealVector left = model.apply(parameters).subtract(target).ebeMultiply(root);
      double sum = left.dotProduct(left);
      return Double.isFinite(sum) ? Optional.of(new Solution(parameters, sum)) : Optional.empty();
    } catch (MathRuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The covariance of the parameters if the distances have the variance 1 at weight 1. A parameter
   * at a bound counts as known; those that the data do not determine have an infinite variance.
   */
  RealMatrix covariance(RealVector at) {
    int size = at.getDimension();
    RealMatrix jacobian = jacobian(at, weights.map(Math::sqrt));
    int[] free =
        IntStream.range(0, size)
            .filter(i -> at.getEntry(i) > low.getEntry(i) && at.getEntry(i) < high.getEntry(i))
            .toArray();
    RealMatrix covariance = new Array2DRowRealMatrix(size, size);
    if (free.length == 0) {
      return covariance;
    }
    RealMatrix normal = normal(jacobian, free);
    try {
      RealMatrix inverse = new QRDecomposition(normal, 1e-13).getSolver().getInverse();
      for (int i = 0; i < free.length; i++) {
        for (int j = 0; j < free.length; j++) {
          covariance.setEntry(free[i], free[j], inverse.getEntry(i, j));
        }
      }
    } catch (MathRuntimeException e) {
      for (int i : free) {
        covariance.setEntry(i, i, Double.POSITIVE_INFINITY);
      }
    }
    return covariance;
  }

  private static RealMatrix normal(RealMatrix jacobian, int[] free) {
    int[] rows = IntStream.range(0, jacobian.getRowDimension()).toArray();
    RealMatrix part = jacobian.getSubMatrix(rows, free);
    return part.transposeMultiply(part);
  }

  private Pair<RealVector, RealMatrix> valueAndJacobian(RealVector at, RealVector root) {
    return new Pair<>(model.apply(at).ebeMultiply(root), jacobian(at, root));
  }

  private RealMatrix jacobian(RealVector at, RealVector root) {
    RealMatrix jacobian = MatrixUtils.createRealMatrix(target.getDimension(), at.getDimension());
    for (int i = 0; i < at.getDimension(); i++) {
      double reach = DIFFERENCE * Math.max(1, Math.abs(at.getEntry(i)));
      RealVector above = at.copy();
      above.setEntry(i, Math.min(at.getEntry(i) + reach, high.getEntry(i)));
      RealVector below = at.copy();
      below.setEntry(i, Math.max(at.getEntry(i) - reach, low.getEntry(i)));
      double run = above.getEntry(i) - below.getEntry(i);
      RealVector slope = model.apply(above).subtract(model.apply(below)).mapDivide(run);
      jacobian.setColumnVector(i, slope.ebeMultiply(root));
    }
    return jacobian;
  }

  private RealVector inside(RealVector parameters) {
    RealVector inside = new ArrayRealVector(parameters.getDimension());
    for (int i = 0; i < parameters.getDimension(); i++) {
      inside.setEntry(i, Math.clamp(parameters.getEntry(i), low.getEntry(i), high.getEntry(i)));
    }
    return inside;
  }
}
