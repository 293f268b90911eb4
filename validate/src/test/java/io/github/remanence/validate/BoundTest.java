package io.github.remanence.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundTest {

  @Test
  void theUpdateMayErrByOneAndAHalfUlpAndFourTenMillionthsOfTheStep() {
    double ulp = 0x1p-23;
    assertThat(Bound.UPDATE.allowed(1.5f, 0)).isEqualTo(1.5 * ulp);
    assertThat(Bound.UPDATE.allowed(1.5f, 2)).isEqualTo(1.5 * ulp + 4e-7 * 2);
    assertThat(Bound.UPDATE.allowed(-1.5f, 2)).isEqualTo(1.5 * ulp + 4e-7 * 2);
  }

  @Test
  void theFieldChangeMayErrByOneAndAHalfUlpAndAMillionthOfTheRange() {
    assertThat(Bound.FIELD_CHANGE.allowed(2f, 3)).isEqualTo(1.5 * 0x1p-22 + 1e-6 * 3);
  }

  @Test
  void whatMustKeepItsBitsMayNotErrAtAll() {
    assertThat(Bound.ZERO_PULSES.allowed(1f, 1)).isZero();
    assertThat(Bound.AGREEMENT.allowed(1f, 1)).isZero();
    assertThat(Bound.KEPT_CONDUCTANCE.allowed(1f, 1)).isZero();
  }

  @Test
  void theShareIsTheErrorByWhatIsAllowed() {
    assertThat(Bound.share(3, 2)).isEqualTo(1.5);
    assertThat(Bound.share(0, 2)).isZero();
  }

  @Test
  void noErrorIsNoneAndAnyErrorIsTooLargeWhereNothingIsAllowed() {
    assertThat(Bound.share(0, 0)).isZero();
    assertThat(Bound.share(Double.MIN_VALUE, 0)).isInfinite();
  }

  @Test
  void whatIsNotANumberIsWithinNoBound() {
    assertThat(Bound.share(Double.NaN, 1)).isNaN();
    assertThat(Bound.share(0, Double.NaN)).isNaN();
    assertThat(Bound.UPDATE.allowed(Float.NaN, 1)).isNaN();
  }

  @Test
  void theStatementHasTheNumbers() {
    assertThat(Bound.UPDATE.statement())
        .isEqualTo("1.5 ulp of the stored value + 4e-7 of the exact step");
    assertThat(Bound.FIELD_CHANGE.statement())
        .startsWith("1.5 ulp of the stored value + 1e-6 of the new range");
    assertThat(Bound.EXPONENTIAL.statement()).isEqualTo("1.9 ulp of the exact value");
    assertThat(Bound.NORMAL_QUANTILE.statement()).isEqualTo("5e-7 of the exact value");
    assertThat(Bound.AGREEMENT.statement()).isEqualTo("no bit differs");
  }

  @Test
  void driftAllowsEachUpdateWhatOneUpdateMayErr() {
    assertThat(Bound.DRIFT.allowed(3f, 5)).isEqualTo(Bound.UPDATE.allowed(3f, 5));
  }
}
