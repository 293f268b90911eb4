package io.github.remanence.kernel.scalar;

import static java.lang.Math.fma;

import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.Exp2;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Log2;
import io.github.remanence.kernel.step.Polarity;
import io.github.remanence.kernel.step.PulseStep;

/**
 * One device, one step, in float32. Every other backend takes these operations in this order.
 *
 * <p>A term {@code 0 * x} is no mistake: it is zero for a finite x and NaN otherwise, and so keeps
 * an infinite input from becoming a valid conductance in the clamp.
 */
final class DeviceStep {

  private DeviceStep() {}

  /** The device gets the pulses of an {@link AffineStep}. */
  static float uniform(AffineStep step, float g) {
    float moved = fma(step.slope(), g - step.anchor(), step.offset()) + g;
    return clamp(fma(g, 0f, moved), step.min(), step.max());
  }

  /** The device gets n pulses. */
  static float pulsed(PulseStep step, float count, float g) {
    float n = fma(count, 0f, count);
    Polarity polarity = n < 0 ? step.depression() : step.potentiation();
    float a = Math.abs(n);
    a = a > polarity.maxPulses() ? polarity.maxPulses() : a;
    float k = fma(a, polarity.rate(), Exp2.ROUND);
    float f = fma(a, polarity.rate(), Exp2.ROUND - k);
    float e = exp2m1(k, fma(a, polarity.rateTail(), f));
    float distance = (g - polarity.asymptote()) - polarity.asymptoteTail();
    float moved = n != 0 ? fma(e, distance, g) : g;
    return clamp(fma(g, 0f, moved), step.min(), step.max());
  }

  /** The field changes and the device keeps its pulse coordinate. */
  static float fieldChanged(FieldStep step, float conductance) {
    float g = fma(conductance, 0f, clamp(conductance, step.oldMin(), step.oldMax()));
    float z = step.curvature() * (step.oldMax() - g);
    float w = 1f - z;
    float rest = (1f - w) - z;
    boolean nearBottom = z > 0.5f;
    float fromBottom = fma(step.curvature(), g - step.oldMin(), step.floor());
    float y = log2(nearBottom ? fromBottom : w, nearBottom ? 0f : rest) * step.exponent();
    y = clamp(y, -Exp2.MAX_EXPONENT, Exp2.MAX_EXPONENT);
    float k = y + Exp2.ROUND;
    float e = exp2m1(k, y + (Exp2.ROUND - k));
    return clamp(fma(e, step.amplitude(), step.newMax()), step.newMin(), step.newMax());
  }

  /** 2^y - 1 from y = (k - ROUND) + f; see {@link Exp2}. */
  static float exp2m1(float k, float f) {
    float p = fma(f, Exp2.C6, Exp2.C5);
    p = fma(p, f, Exp2.C4);
    p = fma(p, f, Exp2.C3);
    p = fma(p, f, Exp2.C2);
    p = fma(p, f, Exp2.C1);
    float scale =
        Float.intBitsToFloat((Float.floatToRawIntBits(k) << Exp2.MANTISSA_BITS) + Exp2.ONE_BITS);
    return fma(p * f, scale, scale - 1f);
  }

  /** log2(w + rest) for a positive, normal w; see {@link Log2}. */
  static float log2(float w, float rest) {
    int bits = Float.floatToRawIntBits(w);
    int e = (bits - Log2.SQRT_HALF_BITS) >> Exp2.MANTISSA_BITS;
    int shift = e << Exp2.MANTISSA_BITS;
    float m = Float.intBitsToFloat(bits - shift) - 1f;
    float h = fma(rest, Float.intBitsToFloat(Exp2.ONE_BITS - shift), m);
    float p = fma(h, Log2.C10, Log2.C9);
    p = fma(p, h, Log2.C8);
    p = fma(p, h, Log2.C7);
    p = fma(p, h, Log2.C6);
    p = fma(p, h, Log2.C5);
    p = fma(p, h, Log2.C4);
    p = fma(p, h, Log2.C3);
    p = fma(p, h, Log2.C2);
    p = fma(p, h, Log2.C1);
    return fma(p, h, e);
  }

  /** Into [min, max] by comparison: NaN stays NaN, a value inside keeps every bit. */
  static float clamp(float g, float min, float max) {
    float below = g > max ? max : g;
    return below < min ? min : below;
  }
}
