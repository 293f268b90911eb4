package io.github.remanence.kernel.step;

/**
 * A clamped affine map of the normalised conductance u, in double: u' = clamp(u + (slope u +
 * offset), min, max).
 *
 * <p>The same pulses for every device are such a map, and such maps compose: one map does what a
 * whole train of updates does, in one pass over the memory.
 *
 * @param slope above -1: every map is increasing
 * @param offset the step at u = 0
 * @param min lower end of what the map returns, in [0, max]
 * @param max upper end of what the map returns, in [min, 1]
 */
public record AffineMap(double slope, double offset, double min, double max) {

  /** Largest |nu n / P|: more pulses change nothing, since the window has long been crossed. */
  private static final double MAX_EXPONENT = 60;

  /**
   * Devices that speed up (nu &lt; 0) spread, and a long train of them is steeper than any number
   * can say. Above this slope a map is a stair between its ends: where it stands is what counts,
   * and that is kept.
   */
  private static final double MAX_SLOPE = 0x1p60;

  /** Changes nothing in the window. */
  public static final AffineMap IDENTITY = new AffineMap(0, 0, 0, 1);

  /** n &gt; 0 potentiation pulses, of which P span the window: u' = u + q (1 - K u). */
  public static AffineMap potentiation(double nu, double pulses, double n) {
    return new AffineMap(slope(nu, pulses, n), share(nu, pulses, n), 0, 1);
  }

  /** n &gt; 0 depression pulses, of which P span the window: u' = u - q (exp(-nu) + K u). */
  public static AffineMap depression(double nu, double pulses, double n) {
    double q = share(nu, pulses, n);
    return new AffineMap(slope(nu, pulses, n), -q * Math.exp(-nu), 0, 1);
  }

  /** This map and then the next one, exactly but for the rounding of double. */
  public AffineMap then(AffineMap next) {
    double steepness = slope + next.slope + slope * next.slope;
    double start = offset + next.slope * offset + next.offset;
    double gentler = steepness > MAX_SLOPE ? MAX_SLOPE / steepness : 1;
    return new AffineMap(steepness * gentler, start * gentler, next.of(min), next.of(max));
  }

  /** The map's value at u. */
  public double of(double u) {
    return Math.clamp(u + step(u), min, max);
  }

  /** How far the map moves u, before the clamp. */
  double step(double u) {
    return slope * u + offset;
  }

  /** The u in the window that moves least: the fixed point if the window has it, else an end. */
  double smallestStep() {
    return slope == 0 ? 0 : Math.clamp(-offset / slope, 0, 1);
  }

  /** q(n; nu, P): the part of the window that n pulses cross from its start. */
  private static double share(double nu, double pulses, double n) {
    return nu == 0 ? n / pulses : slope(nu, pulses, n) / Math.expm1(-nu);
  }

  /** -q K. */
  private static double slope(double nu, double pulses, double n) {
    return Math.expm1(Math.clamp(-nu * n / pulses, -MAX_EXPONENT, MAX_EXPONENT));
  }
}
