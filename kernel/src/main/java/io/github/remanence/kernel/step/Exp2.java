package io.github.remanence.kernel.step;

/**
 * Constants of 2^y - 1 in float32, shared by all backends.
 *
 * <p>y = k + f with k whole and |f| at most 1/2; 2^f - 1 = f (C1 + C2 f + ... + C6 f^5), a minimax
 * fit of relative error 1.1e-8 over |f| at most 0.5 (Remez exchange in 40-digit arithmetic, then
 * rounded to float32). Then
 *
 * <pre>2^y - 1 = 2^k (2^f - 1) + (2^k - 1)</pre>
 *
 * <p>which keeps full relative accuracy as y goes to 0, where k = 0.
 */
public final class Exp2 {
  /** 1.5 * 2^23: adding it rounds to a whole number, which then stands in the low bits. */
  public static final float ROUND = 0x1.8p23f;

  /** Largest |y|: 2^y stays a normal float32, and 2^-y - 1 has long been -1 to the last bit. */
  public static final float MAX_EXPONENT = 100f;

  /** Bits of 1.0f: the exponent's bias in place. */
  public static final int ONE_BITS = 0x3f800000;

  /** Bits of a float32 mantissa. */
  public static final int MANTISSA_BITS = 23;

  /** Coefficient of f. */
  public static final float C1 = 0x1.62e43p-1f;

  /** Coefficient of f^2. */
  public static final float C2 = 0x1.ebfbdep-3f;

  /** Coefficient of f^3. */
  public static final float C3 = 0x1.c6af6ep-5f;

  /** Coefficient of f^4. */
  public static final float C4 = 0x1.3b2bap-7f;

  /** Coefficient of f^5. */
  public static final float C5 = 0x1.5f0878p-10f;

  /** Coefficient of f^6. */
  public static final float C6 = 0x1.4308fap-13f;

  private Exp2() {}
}
