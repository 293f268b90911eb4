package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * The update of devices that all get the same pulses: g' = clamp(g + (slope (g - anchor) +
 * offset)).
 *
 * <p>The anchor is where in the window the step is smallest: there the step is the difference of
 * two large numbers if it is written as a multiple of g itself.
 *
 * @param slope -q K, that is expm1(-nu n / P)
 * @param anchor a conductance in the window
 * @param offset the step at the anchor
 * @param min lower end of what the step returns
 * @param max upper end of what the step returns
 */
public record AffineStep(float slope, float anchor, float offset, float min, float max)
    implements RowStep {

  /**
   * Leaves every bit of a device inside the window. -0.0 is the number that changes nothing when it
   * is added; 0.0 would turn -0.0 into 0.0.
   */
  public static AffineStep clampInto(double minConductance, double maxConductance) {
    float min = (float) minConductance;
    return new AffineStep(-0f, min, -0f, min, (float) maxConductance);
  }

  /**
   * From a map of the normalised conductance to the conductances of a curve, rounded to float32
   * here and only here.
   */
  public static AffineStep of(AffineMap map, ExponentialCurve curve) {
    double u = map.smallestStep();
    double exact = conductance(u, curve);
    float anchor = (float) exact;
    double step = curve.range() * map.step(u) + map.slope() * (anchor - exact);
    return new AffineStep(
        (float) map.slope(),
        anchor,
        (float) step,
        (float) conductance(map.min(), curve),
        (float) conductance(map.max(), curve));
  }

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col) {
    backend.uniform(this, conductances, from, to);
  }

  @Override
  public boolean isRowless() {
    return true;
  }

  /** Exact at both ends of the window. */
  private static double conductance(double u, ExponentialCurve curve) {
    return (1 - u) * curve.minConductance() + u * curve.maxConductance();
  }
}
