package io.github.remanence.kernel.step;

/**
 * The coefficients of one polarity of the exponential response, for counts that differ from device
 * to device.
 *
 * <p>With a pulses, y = a (rate + rateTail), e = 2^y - 1 and g' = g + e ((g - asymptote) -
 * asymptoteTail).
 *
 * @param rate -nu / (P ln 2), rounded to float32
 * @param rateTail what the rounding of the rate left over, for nu &lt; 0; without it the relative
 *     error of the step would grow with |nu|, which for nu &gt;= 0 it does not
 * @param maxPulses counts above it are taken as it, so that 2^y stays in range; it is far beyond
 *     the window
 * @param asymptote the fixed point of the response, beyond the window: where an endless train of
 *     pulses would end, or for nu &lt; 0 where it came from
 * @param asymptoteTail what the rounding of the asymptote left over, for nu &lt; 0: there a train
 *     starts near the asymptote and multiplies its distance by up to exp(-nu), the rounding with it
 * @param slope e of one pulse of a linear device, -nu / P; 0 for any other
 */
public record Polarity(
    float rate,
    float rateTail,
    float maxPulses,
    float asymptote,
    float asymptoteTail,
    float slope) {

  /** |nu| of a linear device: see the package comment. */
  private static final double LINEAR = 0x1p-30;

  /** Potentiation of a device on a curve; P+ pulses span the window. */
  static Polarity potentiation(ExponentialCurve curve, double pulses) {
    double nu = awayFromZero(curve.potentiationNonlinearity());
    return of(nu, pulses, curve.maxConductance() + curve.range() / Math.expm1(nu));
  }

  /** Depression of a device on a curve; P- pulses span the window. */
  static Polarity depression(ExponentialCurve curve, double pulses) {
    double nu = awayFromZero(curve.depressionNonlinearity());
    return of(nu, pulses, curve.minConductance() - curve.range() / Math.expm1(nu));
  }

  static double awayFromZero(double nu) {
    return Math.abs(nu) < LINEAR ? LINEAR : nu;
  }

  private static Polarity of(double nu, double pulses, double asymptote) {
    double exact = -nu / (pulses * Math.log(2));
    float rate = (float) exact;
    float tail = nu < 0 ? (float) (exact - rate) : 0;
    float maxPulses = (float) Math.min(Exp2.MAX_EXPONENT / Math.abs(exact), Float.MAX_VALUE);
    float near = (float) asymptote;
    float nearTail = nu < 0 ? (float) (asymptote - near) : 0;
    float slope = nu == LINEAR ? (float) (-nu / pulses) : 0;
    return new Polarity(rate, tail, maxPulses, near, nearTail, slope);
  }

  /** Whether each pulse does no more than the one before, nu &gt;= 0; then the tails are 0. */
  boolean saturates() {
    return rate <= 0;
  }

  /** Whether each pulse does as much as the one before. */
  boolean isLinear() {
    return slope != 0;
  }
}
