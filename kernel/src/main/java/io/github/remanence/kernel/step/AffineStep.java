package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import java.lang.foreign.MemorySegment;

/**
 * The update of devices that all get the same number of pulses: g' = clamp(g + (slope (g - anchor)
 * + offset)).
 *
 * <p>The anchor is the end of the window where the step is smallest: there the step is the
 * difference of two large numbers if it is written as a multiple of g itself.
 *
 * @param slope -q K, that is expm1(-nu n / P)
 * @param anchor an end of the window
 * @param offset the step at the anchor
 * @param min lower end of the window
 * @param max upper end of the window
 */
public record AffineStep(float slope, float anchor, float offset, float min, float max)
    implements Step {

  /** Largest |nu n / P|: more pulses change nothing, since the window has long been crossed. */
  private static final double MAX_EXPONENT = DeviceCurve.MAX_NONLINEARITY;

  /**
   * Leaves every bit of a device inside the window. -0.0 is the number that changes nothing when it
   * is added; 0.0 would turn -0.0 into 0.0.
   */
  public static AffineStep clampInto(DeviceCurve curve) {
    float min = (float) curve.minConductance();
    return new AffineStep(-0f, min, -0f, min, (float) curve.maxConductance());
  }

  /** Compiles n &gt; 0 potentiation pulses, of which P+ span the window. */
  public static AffineStep potentiation(DeviceCurve curve, double pulses, double n) {
    double nu = curve.potentiationNonlinearity();
    double full = share(nu, pulses, n) * curve.range();
    double slope = slope(nu, pulses, n);
    return nu >= 0 ? atMax(curve, slope, full * Math.exp(-nu)) : atMin(curve, slope, full);
  }

  /** Compiles n &gt; 0 depression pulses, of which P- span the window. */
  public static AffineStep depression(DeviceCurve curve, double pulses, double n) {
    double nu = curve.depressionNonlinearity();
    double full = share(nu, pulses, n) * curve.range();
    double slope = slope(nu, pulses, n);
    return nu >= 0 ? atMin(curve, slope, -full * Math.exp(-nu)) : atMax(curve, slope, -full);
  }

  private static AffineStep atMin(DeviceCurve curve, double slope, double step) {
    return anchored(curve, slope, step, curve.minConductance());
  }

  private static AffineStep atMax(DeviceCurve curve, double slope, double step) {
    return anchored(curve, slope, step, curve.maxConductance());
  }

  /** From the exact step at an end of the window to the step at the float32 nearest to that end. */
  private static AffineStep anchored(DeviceCurve curve, double slope, double step, double end) {
    float anchor = (float) end;
    return new AffineStep(
        (float) slope,
        anchor,
        (float) (step + slope * (anchor - end)),
        (float) curve.minConductance(),
        (float) curve.maxConductance());
  }

  @Override
  public void apply(RangeKernel backend, MemorySegment conductances, long from, long to) {
    backend.uniform(this, conductances, from, to);
  }

  /** q(n; nu, P): the part of the window that n pulses cross from its start. */
  private static double share(double nu, double pulses, double n) {
    return nu == 0 ? n / pulses : slope(nu, pulses, n) / Math.expm1(-nu);
  }

  private static double slope(double nu, double pulses, double n) {
    double exponent = -nu * n / pulses;
    return Math.expm1(Math.clamp(exponent, -MAX_EXPONENT, MAX_EXPONENT));
  }
}
