package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import java.lang.foreign.MemorySegment;

/**
 * A change of field at constant pulse coordinate x: g' = fNew(fOld^-1(g)), with f the depression
 * curve.
 *
 * <p>Along f, 1 - K u' = exp(-nu x / P) with u' = 1 - u the way from the top. So with z = curvature
 * (oldMax - g)
 *
 * <pre>
 * y  = exponent log2(1 - z)
 * g' = clamp(newMax + amplitude (2^y - 1))
 * </pre>
 *
 * @param oldMin lower end of the old window; g is brought into the old window first
 * @param oldMax upper end of the old window
 * @param curvature K / R of the old curve
 * @param exponent nu of the new curve by nu of the old one
 * @param amplitude R / K of the new curve
 * @param newMin lower end of the new window
 * @param newMax upper end of the new window
 */
public record FieldStep(
    float oldMin,
    float oldMax,
    float curvature,
    float exponent,
    float amplitude,
    float newMin,
    float newMax)
    implements Step {

  /** Compiles the change from one curve of a device to another one of the same device. */
  public static FieldStep between(DeviceCurve from, DeviceCurve to) {
    double oldNu = Polarity.awayFromZero(from.depressionNonlinearity());
    double newNu = Polarity.awayFromZero(to.depressionNonlinearity());
    return new FieldStep(
        (float) from.minConductance(),
        (float) from.maxConductance(),
        (float) (-Math.expm1(-oldNu) / from.range()),
        (float) (newNu / oldNu),
        (float) (to.range() / -Math.expm1(-newNu)),
        (float) to.minConductance(),
        (float) to.maxConductance());
  }

  @Override
  public void apply(RangeKernel backend, MemorySegment conductances, long from, long to) {
    backend.changeField(this, conductances, from, to);
  }
}
