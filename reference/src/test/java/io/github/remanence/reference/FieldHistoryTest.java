package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldHistoryTest {
  private static final Linearisation RAMP = new Linearisation.Ramp(1);

  @Test
  void withoutRetentionOnlyTheFieldNowCounts() {
    FieldHistory history = FieldHistory.start(RAMP, 0).to(0.75);
    assertThat(history.effective()).isEqualTo(0.75);
    assertThat(history.to(0.25).effective()).isEqualTo(0.25);
    assertThat(history.to(0).effective()).isZero();
  }

  @Test
  void theRetainedPartOfTheLargestFieldStays() {
    FieldHistory history = FieldHistory.start(RAMP, 0.5).to(-0.75).to(0.125);
    assertThat(history.largestField()).isEqualTo(0.75);
    assertThat(history.effective()).isEqualTo(0.375);
    assertThat(history.to(0.5).effective()).isEqualTo(0.5);
    assertThat(history.to(1).to(0).effective()).isEqualTo(0.5);
  }

  @Test
  void fullRetentionNeverFallsBack() {
    assertThat(FieldHistory.start(RAMP, 1).to(0.75).to(0).effective()).isEqualTo(0.75);
  }

  @Test
  void aDeviceThatHasSeenNoFieldHasNoLinearisation() {
    assertThat(FieldHistory.start(RAMP, 1).effective()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aRetainedFractionOutsideZeroToOneIsRefused(double retained) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldHistory.start(RAMP, retained))
        .withMessage("retained fraction must be a number from 0 to 1, was " + retained);
  }

  @Test
  void fieldsThatMakeNoSenseAreRefused() {
    FieldHistory history = FieldHistory.start(RAMP, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> history.to(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> history.to(Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldHistory(RAMP, 0, -0.5, 0.25))
        .withMessage("largest field must be finite and at least the field now, 0.5, was 0.25");
  }
}
