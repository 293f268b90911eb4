package io.github.remanence.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Both ends, the middle, and a sample that is dense near both. */
  private static IntStream words() {
    SplittableRandom random = new SplittableRandom(7);
    IntStream sample =
        IntStream.range(0, 200_000)
            .map(i -> (int) Math.pow(2, 31 * random.nextDouble()))
            .flatMap(k -> IntStream.of(k, Integer.MAX_VALUE - k));
    IntStream ends = IntStream.range(0, 1000).flatMap(k -> IntStream.of(k, Integer.MAX_VALUE - k));
    return IntStream.concat(ends, sample);
  }

  /** The other half is its mirror image. */
  @Test
  void isWithinTheStatedBoundOfTheExactQuantile() {
    words()
        .forEach(
            k -> {
              double exact = exact(k);
              assertThat((double) NormalQuantile.of(k))
                  .as("quantile of word %d", k)
                  .isCloseTo(exact, within(5e-7 * exact));
            });
  }

  /** By the probability on the nearer side, of which a double has all digits. */
  private static double exact(int word) {
    double beyond = (Integer.MAX_VALUE - word + 0.5) * 0x1p-32;
    return beyond < 0.25
        ? NORMAL.inverseSurvivalProbability(beyond)
        : nearTheMiddle((word + 0.5) * 0x1p-32);
  }

  /** From the probability between 0 and z, which the library takes with its offset of 1/2 only. */
  private static double nearTheMiddle(double p) {
    double z = NORMAL.inverseCumulativeProbability(0.5 + p);
    return z - (NORMAL.probability(0, z) - p) / NORMAL.density(z);
  }

  @Test
  void aWordAndItsOppositeGiveNumbersThatDifferInTheSignAlone() {
    words().forEach(k -> assertThat(NormalQuantile.of(-1 - k)).isEqualTo(-NormalQuantile.of(k)));
  }

  @Test
  void growsWithTheWord() {
    float last = 0;
    for (long k = 0; k <= Integer.MAX_VALUE; k += 104_729) {
      float z = NormalQuantile.of((int) k);
      assertThat(z).as("quantile of word %d", k).isGreaterThanOrEqualTo(last);
      last = z;
    }
  }

  /** Computed to 40 digits with mpmath. */
  @ParameterizedTest
  @CsvSource({
    "0, 2.91809937292e-10",
    "2147483647, 6.33795775455",
    "2147483646, 6.16642951782",
    "1073741823, 0.67448974983",
    "1879048191, 1.53412054341"
  })
  void hasTheseValues(int word, double z) {
    assertThat((double) NormalQuantile.of(word)).isCloseTo(z, within(5e-7 * z));
  }
}
