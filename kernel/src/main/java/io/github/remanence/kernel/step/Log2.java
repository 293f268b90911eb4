package io.github.remanence.kernel.step;

import static java.lang.Math.fma;

/**
 * log2(w + rest) in float32: the constants that all backends share, and the arithmetic of one
 * number, which they repeat operation by operation. The rest is what the rounding of w left over.
 *
 * <p>w = 2^e m with m between sqrt(1/2) and sqrt(2), and h = (m - 1) + 2^-e rest: so with the rest
 * near w = 1 the result keeps full relative accuracy. Then
 *
 * <pre>log2(w + rest) = e + h (C1 + C2 h + ... + C10 h^9)</pre>
 *
 * <p>with a minimax fit of relative error 4.1e-9 (Remez exchange in 40-digit arithmetic, then
 * rounded to float32). What that comes to, {@code remanence validate --every-float} measures.
 */
public final class Log2 {
  /** Bits of sqrt(1/2): subtracting them puts the boundary between two exponents there. */
  public static final int SQRT_HALF_BITS = 0x3f3504f3;

  /** Bits of 1.0f: the exponent's bias in place. */
  public static final int ONE_BITS = 0x3f800000;

  /** Coefficient of h. */
  public static final float C1 = 0x1.715476p0f;

  /** Coefficient of h^2. */
  public static final float C2 = -0x1.71547p-1f;

  /** Coefficient of h^3. */
  public static final float C3 = 0x1.ec7096p-2f;

  /** Coefficient of h^4. */
  public static final float C4 = -0x1.715a76p-2f;

  /** Coefficient of h^5. */
  public static final float C5 = 0x1.277e36p-2f;

  /** Coefficient of h^6. */
  public static final float C6 = -0x1.eabc86p-3f;

  /** Coefficient of h^7. */
  public static final float C7 = 0x1.a305a6p-3f;

  /** Coefficient of h^8. */
  public static final float C8 = -0x1.874bf4p-3f;

  /** Coefficient of h^9. */
  public static final float C9 = 0x1.7d495ap-3f;

  /** Coefficient of h^10. */
  public static final float C10 = -0x1.c25a64p-4f;

  private Log2() {}

  /**
   * log2(w + rest).
   *
   * <p><b>Accuracy.</b> At most 1.9 ulp of the exact value, measured over every float w without a
   * rest, and over every float z for the w and rest of 1 - z. That is just below w = sqrt(2), where
   * h is largest; below 1/2 and from 2 on it is at most 0.8.<br>
   * <b>Special values.</b> No error at 1. NaN if the rest is NaN; a w that is NaN, infinite or not
   * positive is not noticed.
   *
   * @param w in [2^-126, 2^126]
   * @param rest at most half an ulp of w in magnitude
   */
  public static float of(float w, float rest) {
    int bits = Float.floatToRawIntBits(w);
    int e = (bits - SQRT_HALF_BITS) >> Exp2.MANTISSA_BITS;
    int shift = e << Exp2.MANTISSA_BITS;
    float m = Float.intBitsToFloat(bits - shift) - 1f;
    float h = fma(rest, Float.intBitsToFloat(ONE_BITS - shift), m);
    float p = fma(h, C10, C9);
    p = fma(p, h, C8);
    p = fma(p, h, C7);
    p = fma(p, h, C6);
    p = fma(p, h, C5);
    p = fma(p, h, C4);
    p = fma(p, h, C3);
    p = fma(p, h, C2);
    p = fma(p, h, C1);
    return fma(p, h, e);
  }
}
