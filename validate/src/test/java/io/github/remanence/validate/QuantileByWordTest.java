package io.github.remanence.validate;

import static java.lang.Math.fma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.remanence.kernel.random.NormalQuantile;
import io.github.remanence.validate.QuantileByWord.Computed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample must see a quantile that is slightly wrong, and every word one that is wrong once. */
class QuantileByWordTest {

  private static final float[] N = {
    NormalQuantile.N0,
    NormalQuantile.N1,
    NormalQuantile.N2,
    NormalQuantile.N3,
    NormalQuantile.N4,
    NormalQuantile.N5
  };

  private static final float[] D = {
    1, NormalQuantile.D1, NormalQuantile.D2, NormalQuantile.D3, NormalQuantile.D4, NormalQuantile.D5
  };

  private static final float[] L = {
    0,
    NormalQuantile.L1,
    NormalQuantile.L2,
    NormalQuantile.L3,
    NormalQuantile.L4,
    NormalQuantile.L5,
    NormalQuantile.L6,
    NormalQuantile.L7
  };

  private static final List<WordRange> SHORT = List.of(new WordRange(0, 1_000_000, 1_005_000));

  static Stream<Arguments> wrongQuantiles() {
    return Stream.of(
        arguments("N0 is 2 ulp too large", quantile(off(N, 0, 2), D, L)),
        arguments("N0 is 2 ulp too small", quantile(off(N, 0, -2), D, L)),
        arguments("N5 is dropped", quantile(withoutLast(N), D, L)),
        arguments("D1 is 16 ulp too large", quantile(N, off(D, 1, 16), L)),
        arguments("D5 is dropped", quantile(N, withoutLast(D), L)),
        arguments("L1 is 32 ulp too large", quantile(N, D, off(L, 1, 32))),
        arguments("L7 is dropped", quantile(N, D, withoutLast(L))),
        arguments("the sign is lost", (Computed) k -> Math.abs(NormalQuantile.of(k))),
        arguments("the sign is the other one", (Computed) k -> -NormalQuantile.of(k)),
        arguments("words are a half off", (Computed) QuantileByWordTest::halfOff),
        arguments("negative numbers are 1 ulp off", (Computed) QuantileByWordTest::askew),
        arguments("it is no number", (Computed) k -> Float.NaN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongQuantiles")
  void aSampleOfAWrongQuantileBreaksTheBound(String fault, Computed computed) {
    Table table = answer(computed);
    assertThat(table.passed()).as("%s of which %s", table.title(), fault).isFalse();
  }

  /** Else the quantiles above might be wrong in more than their coefficients. */
  @Test
  void withTheRightCoefficientsTheBoundHolds() {
    assertThat(answer(quantile(N, D, L)).rows())
        .isEqualTo(new QuantileByWord(Coverage.SAMPLE).answer().rows());
    assertThat(answer(quantile(N, D, L)).passed()).isTrue();
  }

  @Test
  void everyWordLeavesNoneOut() {
    Computed wrongOnce = k -> k == 1_003_333 ? 0 : NormalQuantile.of(k);
    Table sample = new QuantileByWord(wrongOnce, SHORT, Coverage.SAMPLE).answer();
    assertThat(sample.passed()).isTrue();
    assertThat(sample.rows().getFirst().cells()).startsWith(0, 5L);
    Table everyWord = new QuantileByWord(wrongOnce, SHORT, Coverage.EVERY_FLOAT).answer();
    assertThat(everyWord.passed()).isFalse();
    assertThat(everyWord.rows().getFirst().cells()).startsWith(0, 5000L).contains(1_003_333L);
  }

  @Test
  void aNumberWhoseOppositeDiffersByOneBitIsCounted() {
    Computed askewOnce = k -> k == ~1_003_333 ? askew(k) : NormalQuantile.of(k);
    Table everyWord = new QuantileByWord(askewOnce, SHORT, Coverage.EVERY_FLOAT).answer();
    List<Object> cells = everyWord.rows().getFirst().cells();
    assertThat(cells.get(everyWord.columns().indexOf("not mirrored"))).isEqualTo(1L);
    assertThat(everyWord.passed()).isFalse();
  }

  /** Of arbitrary precision: mpmath 1.3.0, 40 digits, rounded to double. */
  @ParameterizedTest
  @CsvSource({
    "0, 2.918099372916623e-10",
    "1009, 5.891642633919002e-7",
    "1000000, 0.000583620199524653",
    "536870912, 0.31863936427138145",
    "1073741824, 0.6744897505624251",
    "1073754169, 0.6744987956063694",
    "1610612736, 1.1503493809415333",
    "2146435072, 3.4871042316372285",
    "2147482624, 5.035499518363709",
    "2147483646, 6.166429517819751",
    "2147483647, 6.3379577545537895"
  })
  void theExactValueIsRightFarBelowAFloat(int word, double expected) {
    assertThat(QuantileByWord.exact(word)).isCloseTo(expected, within(expected * 1e-15));
  }

  /** Where they begin: mpmath, from erf. */
  @Test
  void rangesBeginAtWholeNumbersAndLeaveNoWordOut() {
    assertThat(WordRange.byMagnitude())
        .containsExactly(
            new WordRange(0, 0, 1_466_064_521),
            new WordRange(1, 1_466_064_521, 2_049_772_575),
            new WordRange(2, 2_049_772_575, 2_141_685_880),
            new WordRange(3, 2_141_685_880, 2_147_347_621),
            new WordRange(4, 2_147_347_621, 2_147_482_417),
            new WordRange(5, 2_147_482_417, 2_147_483_644),
            new WordRange(6, 2_147_483_644, 1L << 31));
  }

  @Test
  void theTitleSaysWhichWords() {
    assertThat(new QuantileByWord(Coverage.EVERY_FLOAT).title()).endsWith("over every word");
    assertThat(new QuantileByWord(Coverage.SAMPLE).title()).endsWith("over every 1009th word");
  }

  private static Table answer(Computed computed) {
    return new QuantileByWord(computed, WordRange.byMagnitude(), Coverage.SAMPLE).answer();
  }

  /** The coefficients, of which the one of this power is so many ulp too large. */
  private static float[] off(float[] coefficients, int power, int ulps) {
    float[] wrong = coefficients.clone();
    wrong[power] += ulps * Math.ulp(wrong[power]);
    return wrong;
  }

  private static float[] withoutLast(float[] coefficients) {
    float[] wrong = coefficients.clone();
    wrong[wrong.length - 1] = 0;
    return wrong;
  }

  /** As if a word k stood for the probability 1/2 + k 2^-32. */
  private static float halfOff(int word) {
    int k = word < 0 ? ~word : word;
    float z = (float) (QuantileByWord.exact(k) * (k / (k + 0.5)));
    return word < 0 ? -z : z;
  }

  private static float askew(int word) {
    float z = NormalQuantile.of(word);
    return z < 0 ? Math.nextUp(z) : z;
  }

  /** {@link NormalQuantile#of} with these coefficients. */
  private static Computed quantile(float[] n, float[] d, float[] l) {
    return word -> {
      int t = word < 0 ? ~word : word;
      float x = fma(t, NormalQuantile.WHOLE, NormalQuantile.HALF);
      float q = fma(Integer.MAX_VALUE - t, NormalQuantile.WHOLE, NormalQuantile.HALF);
      float v = logarithm(q * (2 - q), l);
      float z = x * ofDegreeFive(n, v) / ofDegreeFive(d, v);
      return word < 0 ? -z : z;
    };
  }

  private static float logarithm(float a, float[] l) {
    int e = Math.getExponent(a / Float.intBitsToFloat(NormalQuantile.SQRT_HALF_BITS));
    float h = Math.scalb(a, -e) - 1;
    float p = fma(fma(h, l[7], l[6]), h * h, fma(h, l[5], l[4]));
    return fma(fma(fma(p, h * h, fma(h, l[3], l[2])), h, l[1]), h, e);
  }

  private static float ofDegreeFive(float[] c, float v) {
    float upper = fma(fma(v, c[5], c[4]), v * v, fma(v, c[3], c[2]));
    return fma(upper, v * v, fma(v, c[1], c[0]));
  }
}
