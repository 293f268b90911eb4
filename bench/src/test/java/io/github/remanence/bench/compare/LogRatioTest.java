package io.github.remanence.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Against R: {@code t.test(extra ~ group, data = sleep)}, as its manual prints it, and the same
 * with {@code paired = TRUE}. The data are Student's own, "The probable error of a mean",
 * Biometrika 6 (1908).
 */
class LogRatioTest {

  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void forksThatHaveNothingToDoWithEachOtherGiveWelchsInterval() {
    LogRatio ratio = LogRatio.independent(FIRST, SECOND);
    assertThat(ratio.estimate()).isEqualTo(1.58, within(1e-12));
    assertThat(ratio.estimate() - ratio.margin()).isEqualTo(-0.2054832, within(5e-8));
    assertThat(ratio.estimate() + ratio.margin()).isEqualTo(3.3654832, within(5e-8));
    assertThat(2 * ratio.above(0)).isEqualTo(0.07939, within(5e-6));
  }

  @Test
  void pairsGiveTheIntervalOfTheirDifferences() {
    LogRatio ratio = LogRatio.paired(FIRST, SECOND);
    assertThat(ratio.estimate() - ratio.margin()).isEqualTo(0.7001142, within(5e-8));
    assertThat(ratio.estimate() + ratio.margin()).isEqualTo(2.4598858, within(5e-8));
    assertThat(2 * ratio.above(0)).isEqualTo(0.002833, within(5e-7));
  }

  @Test
  void theOtherDirectionIsTheRest() {
    LogRatio ratio = LogRatio.paired(FIRST, SECOND);
    assertThat(ratio.above(0) + ratio.inverse().above(0)).isEqualTo(1, within(1e-12));
  }

  @Test
  void withoutAnySpreadTheEstimateDecides() {
    LogRatio ratio = LogRatio.independent(new double[] {1, 1}, new double[] {1.5, 1.5});
    assertThat(ratio.above(0.4)).isZero();
    assertThat(ratio.above(0.6)).isEqualTo(1);
    assertThat(ratio.margin()).isZero();
  }
}
