package io.github.remanence.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Quantiles of Student's t from SciPy 1.17.1, {@code t.isf}. By its noncentral distribution, {@code
 * nct.sf(t.isf(level, df), df, effect / error)}, the true chance is 0.986 in the first of these
 * tests and 0.991 in the second.
 */
class PowerTest {

  @Test
  void tenPairsAmongEighteenRows() {
    // 1.02 exp(0.01 (t.isf(0.05 / 18, 9) + t.isf(0.01, 9))) = 1.02 exp(0.01 (3.62187 + 2.82144))
    assertThat(Power.of(0.02, 18).finds(new LogRatio(0, 0.01, 9)))
        .isEqualTo(1.0878852659949299, within(1e-8));
  }

  @Test
  void twelveForksBesideTwelveAmongFourRows() {
    // 1.02 exp(0.02 (t.isf(0.05 / 4, 22) + t.isf(0.01, 22))) = 1.02 exp(0.02 (2.40547 + 2.50832))
    assertThat(Power.of(0.02, 4).finds(new LogRatio(1, 0.02, 22)))
        .isEqualTo(1.1253325289608826, within(1e-8));
  }

  @Test
  void withoutAnySpreadAllBeyondTheToleranceIsFound() {
    assertThat(Power.of(0.02, 18).finds(new LogRatio(0, 0, 9))).isEqualTo(1.02, within(1e-12));
  }

  /** As many as it takes and not one more. */
  @Test
  void pairsAreCountedUntilTheyFindIt() {
    Power power = Power.of(0.02, 18);
    double spread = 0.08;
    int pairs = power.pairs(ofPairs(10, spread), 1.1, 50);
    assertThat(pairs).isBetween(11, 49);
    assertThat(power.finds(ofPairs(pairs, spread))).isLessThanOrEqualTo(1.1);
    assertThat(power.finds(ofPairs(pairs - 1, spread))).isGreaterThan(1.1);
  }

  @Test
  void moreThanTheMostAreNotAskedForAndNoneAreTakenBack() {
    Power power = Power.of(0.02, 18);
    assertThat(power.pairs(ofPairs(10, 0.5), 1.1, 50)).isEqualTo(50);
    assertThat(power.pairs(ofPairs(50, 0.5), 1.1, 50)).isEqualTo(50);
    assertThat(power.pairs(ofPairs(10, 0.001), 1.1, 50)).isEqualTo(10);
  }

  private static LogRatio ofPairs(int pairs, double spread) {
    return new LogRatio(0, spread / Math.sqrt(pairs), pairs - 1);
  }
}
