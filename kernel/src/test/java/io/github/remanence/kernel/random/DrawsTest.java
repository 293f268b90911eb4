package io.github.remanence.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

  @Test
  void theSameQuestionHasTheSameAnswer() {
    Draws draws = Draws.of(7, 1, 2);
    assertThat(Draws.of(7, 1, 2).word(12_345)).isEqualTo(draws.word(12_345));
    assertThat(draws).isEqualTo(Draws.of(7, 1, 2)).hasSameHashCodeAs(Draws.of(7, 1, 2));
    assertThat(Draws.of(7, 2)).isEqualTo(Draws.of(7, 0, 2));
  }

  /**
   * What is drawn today has to be drawn tomorrow. Computed with another Philox, of ten lines of
   * Python.
   */
  @Test
  void theAnswersNeverChange() {
    Draws draws = Draws.of(2025, 1, 443);
    assertThat(LongStream.range(0, 4).mapToInt(draws::word))
        .containsExactly(-62060960, 2106458684, 1739349876, 1088364578);
    assertThat(draws.word(1L << 40)).isEqualTo(-1598533576);
  }

  @Test
  void seedStreamUpdateBranchAndDeviceAllMatter() {
    Set<Integer> words = new HashSet<>();
    for (long i = 0; i < 1000; i++) {
      words.add(Draws.of(i, 1000, 1000).word(1000));
      words.add(Draws.of(1000, i, 1000).word(1000));
      words.add(Draws.of(1000, 1000, i).word(1000));
      words.add(Draws.of(1000, 1000, 1000).word(i));
      words.add(Draws.of(1000, 1000, 1000).at(i).word(1000));
      words.add(Draws.ofDevices(1000, i).word(1000));
    }
    // 6000 words out of 2^32: two of them are equal with a probability of 0.004.
    assertThat(words).hasSize(6000);
  }

  @Test
  void aUniformNumberIsBetween0And1() {
    Draws draws = Draws.of(1, 1);
    for (long i = 0; i < 10_000; i++) {
      assertThat(draws.uniform(i))
          .isGreaterThan(0)
          .isLessThan(1)
          .isCloseTo((draws.word(i) + 0x1p31) / 0x1p32, within(0x1p-32));
    }
  }

  @Test
  void aCertainEventHappensAndAnImpossibleOneDoesNot() {
    Draws draws = Draws.of(1, 2);
    for (long i = 0; i < 10_000; i++) {
      assertThat(draws.bernoulli(i, 1)).isTrue();
      assertThat(draws.bernoulli(i, 0)).isFalse();
    }
  }

  @Test
  void aLogNormalNumberIsTheExponentialOfANormalOne() {
    Draws draws = Draws.of(1, 3);
    assertThat(draws.logNormal(5, 0.25)).isEqualTo(StrictMath.exp(0.25 * draws.normal(5)));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Draws.of(1, -1))
        .withMessage("streams, updates and branches are counted from 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Draws.of(1, 1).bernoulli(0, 1.5))
        .withMessage("a probability is in [0, 1], was 1.5");
  }
}
