package io.github.remanence.validate;

import io.github.remanence.kernel.step.Exp2;
import io.github.remanence.kernel.step.Log2;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * A function of one number that the kernel computes, beside the exact one.
 *
 * <p>The exact one is computed in double. Its rounding changes the argument of {@code expm1} by a
 * relative 2^-52, and so the result by at most a relative 2e-14, at y = 100; all other roundings
 * are smaller. That is less than a millionth of an ulp of a float.
 *
 * @param name a short name of small letters and hyphens
 * @param formula what is computed
 * @param argument the letter that stands for the argument in the formula
 * @param bound what the error is held against
 * @param computed the kernel's function
 * @param exact the function in double precision
 * @param ranges the arguments that the kernel may give it
 */
record KernelFunction(
    String name,
    String formula,
    String argument,
    Bound bound,
    Computed computed,
    DoubleUnaryOperator exact,
    List<FloatRange> ranges) {

  private static final double LN2 = StrictMath.log(2);

  /** Both signs, and the end itself. */
  static final KernelFunction EXPONENTIAL =
      new KernelFunction(
          "exponential",
          "2^y - 1",
          "y",
          Bound.EXPONENTIAL,
          Exp2::minusOne,
          KernelFunction::exp2m1,
          bothSigns(
              FloatRange.between(
                  0,
                  Float.MIN_NORMAL,
                  0x1p-24f,
                  0x1p-12f,
                  0x1p-4f,
                  0.5f,
                  1,
                  8,
                  Math.nextUp(Exp2.MAX_EXPONENT))));

  /**
   * From a pulse count comes a y with more digits than a float, as k and f. Here k is 1, where
   * errors of f count most; below 2^-24 f is lost beside it, and the rounded tail of a rate may
   * lead beyond 1/2 by 3e-6.
   */
  static final KernelFunction REDUCED_EXPONENTIAL =
      new KernelFunction(
          "reduced-exponential",
          "2^(1 + f) - 1",
          "f",
          Bound.EXPONENTIAL,
          f -> Exp2.minusOne(Exp2.ROUND + 1, f),
          f -> exp2m1(1 + f),
          bothSigns(FloatRange.between(0x1p-24f, 0x1p-12f, 0x1p-4f, 0.25f, 0.50001f)));

  /**
   * Curves lead from exp(-60) to exp(12), or 2^-87 to 2^18; these are all normal floats that the
   * scaling of the rest does not overflow for.
   */
  static final KernelFunction LOGARITHM =
      new KernelFunction(
          "logarithm",
          "log2(w)",
          "w",
          Bound.LOGARITHM,
          w -> Log2.of(w, 0),
          w -> StrictMath.log(w) / LN2,
          FloatRange.between(
              Float.MIN_NORMAL, 0x1p-87f, 0x1p-24f, 0.5f, 1, 2, 0x1p18f, Math.nextUp(0x1p126f)));

  /** As a change of field computes it near the top: w and its rest from z. */
  static final KernelFunction LOGARITHM_NEAR_ONE =
      new KernelFunction(
          "logarithm-near-one",
          "log2(1 - z)",
          "z",
          Bound.LOGARITHM,
          KernelFunction::logarithmOfDifference,
          z -> StrictMath.log1p(-z) / LN2,
          concat(
              FloatRange.between(
                  0, Float.MIN_NORMAL, 0x1p-24f, 0x1p-12f, 0x1p-4f, Math.nextUp(0.5f)),
              FloatRange.between(
                  -0f, -Float.MIN_NORMAL, -0x1p-24f, -0x1p-12f, -0x1p-4f, -0.5f, -1, -0x1p18f)));

  /** A function of a float that gives a float. */
  @FunctionalInterface
  interface Computed {
    float of(float argument);
  }

  private static double exp2m1(double y) {
    return StrictMath.expm1(y * LN2);
  }

  private static float logarithmOfDifference(float z) {
    float w = 1 - z;
    return Log2.of(w, (1 - w) - z);
  }

  private static List<FloatRange> bothSigns(List<FloatRange> positive) {
    return concat(positive, positive.stream().map(FloatRange::negated).toList());
  }

  private static List<FloatRange> concat(List<FloatRange> first, List<FloatRange> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
