package io.github.remanence.validate;

import static io.github.remanence.validate.KernelFunction.EXPONENTIAL;
import static io.github.remanence.validate.KernelFunction.LOGARITHM;
import static io.github.remanence.validate.KernelFunction.LOGARITHM_NEAR_ONE;
import static io.github.remanence.validate.KernelFunction.REDUCED_EXPONENTIAL;
import static java.lang.Math.fma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.remanence.kernel.step.Exp2;
import io.github.remanence.kernel.step.Log2;
import io.github.remanence.validate.KernelFunction.Computed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample must see a function that is slightly wrong, and every float one that is wrong once.
 */
class ByArgumentTest {

  private static final float[] EXP2 = {Exp2.C1, Exp2.C2, Exp2.C3, Exp2.C4, Exp2.C5, Exp2.C6};

  private static final float[] LOG2 = {
    Log2.C1, Log2.C2, Log2.C3, Log2.C4, Log2.C5, Log2.C6, Log2.C7, Log2.C8, Log2.C9, Log2.C10
  };

  static Stream<Arguments> wrongFunctions() {
    return Stream.of(
        arguments("C1 is 2 ulp too large", EXPONENTIAL, exponential(off(EXP2, 1, 2))),
        arguments("C1 is 2 ulp too small", EXPONENTIAL, exponential(off(EXP2, 1, -2))),
        arguments("C2 is 8 ulp too large", EXPONENTIAL, exponential(off(EXP2, 2, 8))),
        arguments("C6 is dropped", EXPONENTIAL, exponential(withoutLast(EXP2))),
        arguments("1 is subtracted last", EXPONENTIAL, (Computed) y -> (float) Math.pow(2, y) - 1),
        arguments("C1 is 2 ulp off", REDUCED_EXPONENTIAL, reduced(off(EXP2, 1, 2))),
        arguments("C1 is 2 ulp too large", LOGARITHM, logarithm(off(LOG2, 1, 2))),
        arguments("C1 is 2 ulp too small", LOGARITHM, logarithm(off(LOG2, 1, -2))),
        arguments("C2 is 8 ulp too large", LOGARITHM, logarithm(off(LOG2, 2, 8))),
        arguments("C10 is dropped", LOGARITHM, logarithm(withoutLast(LOG2))),
        arguments("rest is forgotten", LOGARITHM_NEAR_ONE, (Computed) z -> Log2.of(1 - z, 0)),
        arguments("it is no number", LOGARITHM, (Computed) w -> Float.NaN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFunctions")
  void aSampleOfAWrongFunctionBreaksTheBound(
      String fault, KernelFunction function, Computed computed) {
    Table table = answer(function, computed, Coverage.SAMPLE);
    assertThat(table.passed()).as("%s of which %s", table.title(), fault).isFalse();
  }

  /** Else the functions above might be wrong in more than their coefficients. */
  @Test
  void withTheRightCoefficientsTheBoundHolds() {
    assertThat(answer(EXPONENTIAL, exponential(EXP2), Coverage.SAMPLE).passed()).isTrue();
    assertThat(answer(REDUCED_EXPONENTIAL, reduced(EXP2), Coverage.SAMPLE).passed()).isTrue();
    assertThat(answer(LOGARITHM, logarithm(LOG2), Coverage.SAMPLE).passed()).isTrue();
  }

  @Test
  void everyFloatLeavesNoneOut() {
    float wrongAt = Math.nextUp(1f);
    Computed wrongOnce = w -> w == wrongAt ? 0 : Log2.of(w, 0);
    KernelFunction function =
        new KernelFunction(
            "some-function",
            "f(x)",
            "x",
            Bound.LOGARITHM,
            wrongOnce,
            LOGARITHM.exact(),
            FloatRange.between(1, 1 + 5000 * Math.ulp(1f)));
    Table sample = new ByArgument(function, Coverage.SAMPLE).answer();
    assertThat(sample.passed()).isTrue();
    assertThat(sample.rows().getFirst().cells()).startsWith(1f, 5L);
    Table everyFloat = new ByArgument(function, Coverage.EVERY_FLOAT).answer();
    assertThat(everyFloat.passed()).isFalse();
    assertThat(everyFloat.rows().getFirst().cells()).startsWith(1f, 5000L).contains(wrongAt);
  }

  @Test
  void theTitleSaysWhichFloats() {
    assertThat(new ByArgument(EXPONENTIAL, Coverage.EVERY_FLOAT).title())
        .isEqualTo("Accuracy of 2^y - 1 over every float y");
    assertThat(new ByArgument(LOGARITHM, Coverage.SAMPLE).title())
        .isEqualTo("Accuracy of log2(w) over every 1009th float w");
  }

  private static Table answer(KernelFunction function, Computed computed, Coverage coverage) {
    KernelFunction other =
        new KernelFunction(
            function.name(),
            function.formula(),
            function.argument(),
            function.bound(),
            computed,
            function.exact(),
            function.ranges());
    return new ByArgument(other, coverage).answer();
  }

  /** The coefficients, of which the one of this power is so many ulp too large. */
  private static float[] off(float[] coefficients, int power, int ulps) {
    float[] wrong = coefficients.clone();
    wrong[power - 1] += ulps * Math.ulp(wrong[power - 1]);
    return wrong;
  }

  private static float[] withoutLast(float[] coefficients) {
    float[] wrong = coefficients.clone();
    wrong[wrong.length - 1] = 0;
    return wrong;
  }

  /** {@link Exp2#minusOne(float)} with these coefficients. */
  private static Computed exponential(float[] coefficients) {
    return y -> exponential(coefficients, Math.round(y), y - Math.round(y));
  }

  /** The same of 1 + f. */
  private static Computed reduced(float[] coefficients) {
    return f -> exponential(coefficients, 1, f);
  }

  private static float exponential(float[] coefficients, int k, float f) {
    float[] c = coefficients;
    float p = fma(fma(f, c[5], c[4]), f * f, fma(f, c[3], c[2]));
    p = fma(fma(p, f, c[1]), f, c[0]);
    float scale = Math.scalb(1f, k);
    return fma(p, f * scale, scale - 1);
  }

  /** {@link Log2#of} without a rest, with these coefficients. */
  private static Computed logarithm(float[] coefficients) {
    return w -> {
      int e = Math.getExponent(w / Float.intBitsToFloat(Log2.SQRT_HALF_BITS));
      float h = Math.scalb(w, -e) - 1;
      return fma(polynomial(coefficients, h), h, e);
    };
  }

  private static float polynomial(float[] coefficients, float x) {
    float p = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      p = fma(p, x, coefficients[i]);
    }
    return p;
  }
}
