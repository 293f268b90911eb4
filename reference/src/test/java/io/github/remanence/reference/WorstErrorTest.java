package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The ruler is tested before it measures. */
class WorstErrorTest {
  private final WorstError worst = new WorstError();

  @Test
  void comparingNothingFails() {
    assertThatThrownBy(() -> worst.assertAtMost(1)).isInstanceOf(AssertionError.class);
  }

  @Test
  void aSmallErrorAfterALargeOneFails() {
    worst.add(3, "large");
    worst.add(1, "small");
    assertThatThrownBy(() -> worst.assertAtMost(2)).hasMessageContaining("large");
    worst.assertAtMost(3);
  }

  @Test
  void aNaNFailsWhereverItComes() {
    worst.add(WorstError.between(Double.NaN, BigDecimal.ONE), "first");
    worst.add(0, "second");
    assertThatThrownBy(() -> worst.assertAtMost(1)).isInstanceOf(AssertionError.class);
  }
}
