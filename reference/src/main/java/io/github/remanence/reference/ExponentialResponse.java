package io.github.remanence.reference;

/**
 * How the normalised conductance u in [0, 1] answers n pulses of one polarity.
 *
 * <pre>
 *   K = 1 - exp(-nu),   q(n) = (1 - exp(-nu n / P)) / (1 - exp(-nu)),   q(n) = n / P  at nu = 0
 *
 *   potentiation   u' = clamp(u + q (1 - K u), 0, 1)
 *   depression     u' = clamp(u - q (exp(-nu) + K u), 0, 1)
 * </pre>
 *
 * <p>One family covers the exponential fit and the linear fit of Bernard et al. (2025), NeuroSim's
 * device (its A, as a part of P, is 1/nu) and soft bounds (the asymptote 1/K is the bound).
 *
 * <p><b>Accuracy.</b> Relative to itself, a step is within 2e-15 for -2 &lt;= nu &lt;= 12 and u in
 * [0, 1], because no sum below cancels; u' is within 1 ulp more. Below nu = -2 the error grows with
 * |nu|.
 *
 * <p><b>Special values.</b> n = 0 leaves every u in [0, 1] bit-identical; nu = 0 is exactly linear.
 * u or n that is not finite gives NaN. A finite u outside [0, 1] is taken as it is, and the clamp
 * brings the result in.
 *
 * @param nonlinearity nu: 0 is linear, above 0 saturates, below 0 accelerates; at least -700, so
 *     that exp(-nu) is finite
 * @param pulses P: how many pulses span the window; finite and above 0, need not be whole
 */
public record ExponentialResponse(double nonlinearity, double pulses) implements PulseResponse {
  /** Below this |nu|, q(n) = n / P to the last bit wherever q &lt;= 1. */
  private static final double LINEAR = 1e-20;

  private static final double MIN_NONLINEARITY = -700;

  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if one is NaN, infinite or out of its range
   */
  public ExponentialResponse {
    Require.that(
        nonlinearity >= MIN_NONLINEARITY && Double.isFinite(nonlinearity),
        "nonlinearity",
        nonlinearity,
        "finite and at least " + MIN_NONLINEARITY);
    Require.positive("pulses", pulses);
  }

  /**
   * {@return q(n), the part of the window that |n| pulses cross from the start of the curve}
   *
   * @param n pulse count; the sign does not matter, and more than P gives more than 1
   */
  public double fraction(double n) {
    double t = Math.abs(n) / pulses;
    return isLinear() ? t : Math.expm1(-nonlinearity * t) / Math.expm1(-nonlinearity);
  }

  /** {@return the response with f nu; P stays} */
  @Override
  public ExponentialResponse withNonlinearity(double factor) {
    return new ExponentialResponse(factor * nonlinearity, pulses);
  }

  /** {@return K(nu) = 1 - exp(-nu), the curvature: 1/K is the asymptote of potentiation} */
  public double curvature() {
    return -Math.expm1(-nonlinearity);
  }

  /**
   * {@return u after n potentiating pulses}
   *
   * @param u normalised conductance
   * @param n pulse count, at least 0
   * @throws IllegalArgumentException if n is below 0
   */
  public double potentiate(double u, double n) {
    return Math.clamp(u + potentiationStep(u, n), 0.0, 1.0);
  }

  /**
   * {@return u after n depressing pulses}
   *
   * @param u normalised conductance
   * @param n pulse count, at least 0
   * @throws IllegalArgumentException if n is below 0
   */
  public double depress(double u, double n) {
    return Math.clamp(u + depressionStep(u, n), 0.0, 1.0);
  }

  /**
   * {@return q (1 - K u), the change that n potentiating pulses make before the clamp}
   *
   * @param u normalised conductance
   * @param n pulse count, at least 0
   * @throws IllegalArgumentException if n is below 0
   */
  @Override
  public double potentiationStep(double u, double n) {
    return step(u, 1 - u, n);
  }

  /**
   * {@return -q (exp(-nu) + K u), the change that n depressing pulses make before the clamp}
   *
   * @param u normalised conductance
   * @param n pulse count, at least 0
   * @throws IllegalArgumentException if n is below 0
   */
  @Override
  public double depressionStep(double u, double n) {
    return -step(1 - u, u, n);
  }

  /**
   * {@return x = f^-1(u), the number of depressing pulses from u = 1 to u}
   *
   * <p><b>Accuracy.</b> Relative to itself within 2e-15 for -2 &lt;= nu &lt;= 12.
   *
   * <p><b>Special values.</b> u is clamped to [0, 1] first, so x is in [0, P]; not finite gives
   * NaN.
   *
   * @param u normalised conductance
   */
  @Override
  public double pulsesTo(double u) {
    if (!Double.isFinite(u)) {
      return Double.NaN;
    }
    double room = Math.clamp(u, 0.0, 1.0);
    double travelled = 1 - room;
    return isLinear()
        ? pulses * travelled
        : Math.clamp(-pulses / nonlinearity * logSlope(travelled, room), 0.0, pulses);
  }

  /**
   * {@return u = f(x) = 1 - q(x), x depressing pulses from u = 1}
   *
   * @param x pulse coordinate, at least 0; more than P gives 0
   * @throws IllegalArgumentException if x is below 0
   */
  public double valueAfter(double x) {
    return depress(1, x);
  }

  private double step(double travelled, double room, double n) {
    if (!Double.isFinite(n) || !Double.isFinite(travelled)) {
      return Double.NaN;
    }
    Require.that(
        n >= 0, "pulse count of one polarity", n, "at least 0 (the polarity says the sign)");
    return fraction(n) * slope(travelled, room);
  }

  /**
   * The slope of the curve, as a part of its slope at the start. With travelled + room = 1 both
   * lines are the same number; each is taken where all its terms are positive.
   */
  private double slope(double travelled, double room) {
    return nonlinearity < 0
        ? 1 - curvature() * travelled
        : Math.exp(-nonlinearity) + curvature() * room;
  }

  /**
   * The logarithm of the slope: log1p while the slope is near 1, so that few pulses keep their
   * digits.
   */
  private double logSlope(double travelled, double room) {
    double lost = curvature() * travelled;
    return lost < 0.5 ? Math.log1p(-lost) : Math.log(slope(travelled, room));
  }

  private boolean isLinear() {
    return Math.abs(nonlinearity) < LINEAR;
  }
}
