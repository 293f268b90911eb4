package io.github.remanence.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {

  private static final Offset<Double> ROUNDING = within(1e-15);

  /** By hand: sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1, and none below the one before. */
  @Test
  void theSmallestIsMultipliedByAllAndNoneFallsBelowTheOneBefore() {
    assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, ROUNDING);
  }

  @Test
  void noProbabilityExceedsOne() {
    assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
  }
}
