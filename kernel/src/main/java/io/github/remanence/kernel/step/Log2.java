package io.github.remanence.kernel.step;

/**
 * Constants of log2(w + rest) in float32, shared by all backends; the rest is what the rounding of
 * w left over.
 *
 * <p>w = 2^e m with m between sqrt(1/2) and sqrt(2), and h = (m - 1) + 2^-e rest: so with the rest
 * near w = 1 the result keeps full relative accuracy. Then
 *
 * <pre>log2(w + rest) = e + h (C1 + C2 h + ... + C10 h^9)</pre>
 *
 * <p>with a minimax fit of relative error 4.1e-9 (Remez exchange in 40-digit arithmetic, then
 * rounded to float32).
 */
public final class Log2 {
  /** Bits of sqrt(1/2): subtracting them puts the boundary between two exponents there. */
  public static final int SQRT_HALF_BITS = 0x3f3504f3;

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
}
