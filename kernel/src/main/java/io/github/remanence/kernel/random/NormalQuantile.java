package io.github.remanence.kernel.random;

import static java.lang.Math.fma;

/**
 * The normal number of a random word: the quantile of its place among all words, in float32. Here
 * are the constants that all backends share, and the arithmetic of one number, which they repeat
 * operation by operation.
 *
 * <p>A word k stands for the probability p = 1/2 + (k + 1/2) 2^-32. With q = 2 min(p, 1 - p) and x
 * = 1 - q,
 *
 * <pre>
 * v = log2(1 - x^2) = log2(q (2 - q))
 * z = +- x N(v) / D(v)
 * </pre>
 *
 * <p>where N and D of degree 5 fit z / x with a relative error of 1.2e-7 from v = 0 to -31, and the
 * logarithm has an absolute error of 3e-7, which reaches z as 5e-8 of it (both by iteratively
 * reweighted least squares in double, then rounded to float32). No branch, no table: the tails cost
 * what the middle costs.
 *
 * <p>The form with an even function of x is the one of Giles, <i>Approximating the erfinv
 * function</i> (GPU Computing Gems, 2011), which takes two polynomials and a branch.
 */
public final class NormalQuantile {

  /** Half of the distance between two probabilities, as a part of q. */
  public static final float HALF = 0x1p-32f;

  /** The distance between two probabilities, as a part of q. */
  public static final float WHOLE = 0x1p-31f;

  /** Bits of sqrt(1/2): subtracting them puts the boundary between two exponents there. */
  public static final int SQRT_HALF_BITS = 0x3f3504f3;

  /** Bits of a float32 mantissa. */
  public static final int MANTISSA_BITS = 23;

  /** Coefficient of v^0 in the numerator. */
  public static final float N0 = 0x1.40d934p0f;

  /** Coefficient of v^1 in the numerator. */
  public static final float N1 = -0x1.411894p-2f;

  /** Coefficient of v^2 in the numerator. */
  public static final float N2 = 0x1.618c96p-5f;

  /** Coefficient of v^3 in the numerator. */
  public static final float N3 = -0x1.03298cp-8f;

  /** Coefficient of v^4 in the numerator. */
  public static final float N4 = 0x1.e3c7bep-13f;

  /** Coefficient of v^5 in the numerator. */
  public static final float N5 = -0x1.3a7d0ap-18f;

  /** Coefficient of v^1 in the denominator; that of v^0 is 1. */
  public static final float D1 = -0x1.1983ecp-4f;

  /** Coefficient of v^2 in the denominator; that of v^0 is 1. */
  public static final float D2 = 0x1.012c04p-6f;

  /** Coefficient of v^3 in the denominator; that of v^0 is 1. */
  public static final float D3 = -0x1.8e05c2p-11f;

  /** Coefficient of v^4 in the denominator; that of v^0 is 1. */
  public static final float D4 = 0x1.48c33cp-15f;

  /** Coefficient of v^5 in the denominator; that of v^0 is 1. */
  public static final float D5 = -0x1.5a80e6p-23f;

  /** Coefficient of h^1 in the logarithm. */
  public static final float L1 = 0x1.7154c4p0f;

  /** Coefficient of h^2 in the logarithm. */
  public static final float L2 = -0x1.71582ep-1f;

  /** Coefficient of h^3 in the logarithm. */
  public static final float L3 = 0x1.ebff06p-2f;

  /** Coefficient of h^4 in the logarithm. */
  public static final float L4 = -0x1.6f93b2p-2f;

  /** Coefficient of h^5 in the logarithm. */
  public static final float L5 = 0x1.30659cp-2f;

  /** Coefficient of h^6 in the logarithm. */
  public static final float L6 = -0x1.173e1ep-2f;

  /** Coefficient of h^7 in the logarithm. */
  public static final float L7 = 0x1.5d7586p-3f;

  private NormalQuantile() {}

  /**
   * The normal number of a word.
   *
   * <p><b>Accuracy.</b> Within 5e-7 of itself of the exact quantile: over every word, {@code
   * remanence validate --every-float} finds at most 4.93e-7, where |z| is below 1.<br>
   * <b>Symmetry.</b> k and -1 - k give numbers that differ in the sign alone: over all words the
   * mean and every odd moment are exactly 0.<br>
   * <b>Range.</b> From -6.3 to 6.3; the largest stands for all that is beyond.
   */
  public static float of(int word) {
    int t = word ^ (word >> 31);
    float x = fma((float) t, WHOLE, HALF);
    float v = log2((float) (t ^ Integer.MAX_VALUE));
    float v2 = v * v;
    float numerator = fma(fma(fma(v, N5, N4), v2, fma(v, N3, N2)), v2, fma(v, N1, N0));
    float denominator = fma(fma(fma(v, D5, D4), v2, fma(v, D3, D2)), v2, fma(v, D1, 1f));
    float z = x * numerator / denominator;
    return word < 0 ? -z : z;
  }

  /** log2(q (2 - q)) for the place of q, counted from the end of the tail. */
  private static float log2(float fromEnd) {
    float q = fma(fromEnd, WHOLE, HALF);
    float a = q * (2f - q);
    int bits = Float.floatToRawIntBits(a);
    int e = (bits - SQRT_HALF_BITS) >> MANTISSA_BITS;
    float h = Float.intBitsToFloat(bits - (e << MANTISSA_BITS)) - 1f;
    float h2 = h * h;
    float p = fma(fma(fma(h, L7, L6), h2, fma(h, L5, L4)), h2, fma(h, L3, L2));
    return fma(fma(p, h, L1), h, (float) e);
  }
}
