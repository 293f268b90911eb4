package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * A change of field at constant pulse coordinate x: g' = fNew(fOld^-1(g)), with f the depression
 * curve.
 *
 * <p>Along f, exp(-nu x / P) = w = 1 - K (1 - u) = exp(-nu) + K u. Both forms of w are used, each
 * where it does not cancel: with z = curvature (oldMax - g)
 *
 * <pre>
 * w  = 1 - z                             for z &lt;= 1/2, near the top
 * w  = floor + curvature (g - oldMin)    for z &gt; 1/2, near the bottom
 * y  = exponent log2(w)
 * g' = clamp(newMax + amplitude (2^y - 1))
 * </pre>
 *
 * @param oldMin lower end of the old window; g is brought into the old window first
 * @param oldMax upper end of the old window
 * @param curvature K / R of the old curve
 * @param floor w at the lower end, exp(-nu) of the old curve
 * @param exponent nu of the new curve by nu of the old one
 * @param amplitude R / K of the new curve
 * @param newMin lower end of the new window
 * @param newMax upper end of the new window
 */
public record FieldStep(
    float oldMin,
    float oldMax,
    float curvature,
    float floor,
    float exponent,
    float amplitude,
    float newMin,
    float newMax)
    implements RowStep {

  /** Compiles the change from one curve of a device to another one of the same device. */
  public static FieldStep between(ExponentialCurve from, ExponentialCurve to) {
    double oldNu = Polarity.awayFromZero(from.depressionNonlinearity());
    double newNu = Polarity.awayFromZero(to.depressionNonlinearity());
    return new FieldStep(
        (float) from.minConductance(),
        (float) from.maxConductance(),
        (float) (-Math.expm1(-oldNu) / from.range()),
        (float) Math.exp(-oldNu),
        (float) (newNu / oldNu),
        (float) (to.range() / -Math.expm1(-newNu)),
        (float) to.minConductance(),
        (float) to.maxConductance());
  }

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col) {
    backend.changeField(this, conductances, from, to);
  }

  @Override
  public boolean isRowless() {
    return true;
  }
}
