package io.github.remanence.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.FieldChange;
import io.github.remanence.reference.ReferenceDevice;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final ReferenceDevice LINEAR = linear(0, 8);

  private static ReferenceDevice linear(double min, double max) {
    ExponentialResponse response = new ExponentialResponse(0, 4);
    return new ReferenceDevice(min, max, response, response);
  }

  @Test
  void anErrorIsMeasuredInThreeCurrencies() {
    float stored = 4 + 2 * Math.ulp(4f);
    Comparison comparison = Comparison.ofUpdate(LINEAR, 2, 1, stored);
    assertThat(comparison.expected()).isEqualTo(4);
    assertThat(comparison.step()).isEqualTo(2);
    assertThat(comparison.error()).isEqualTo(0x1p-20);
    assertThat(comparison.ulps()).isEqualTo(2);
    assertThat(comparison.ofWindow()).isEqualTo(0x1p-23);
    assertThat(comparison.share()).isEqualTo(0x1p-20 / (1.5 * 0x1p-21 + 4e-7 * 2));
  }

  @Test
  void aTrainMayErrByTheSumOfItsSteps() {
    Comparison comparison = Comparison.ofTrain(LINEAR, 2, new double[] {2, -1, 3}, 8);
    assertThat(comparison.expected()).isEqualTo(8);
    assertThat(comparison.allowed()).isEqualTo(1.5 * Math.ulp(8f) + 4e-7 * (4 + 2 + 4));
  }

  @Test
  void aDeviceThatLandsNearZeroIsNotMeasuredInUlpOfZero() {
    Comparison comparison = Comparison.ofUpdate(LINEAR, 2, -1, Math.ulp(2f));
    assertThat(comparison.expected()).isZero();
    assertThat(comparison.ulps()).isEqualTo(1);
  }

  @Test
  void aChangeOfFieldMayMissByWhatOneUlpOfTheOldValueChanges() {
    Comparison comparison = Comparison.ofFieldChange(linear(0, 8), linear(0, 8192), 2, 2048);
    double conditioning = Math.ulp(2f) * 1024;
    assertThat(comparison.expected()).isEqualTo(2048);
    assertThat(comparison.allowed())
        .isCloseTo(1.5 * Math.ulp(2048f) + 1e-6 * 8192 + conditioning, within(1e-9));
  }

  @Test
  void anAcceleratingCurveMayMissByMoreOfItsRange() {
    ExponentialResponse response = new ExponentialResponse(-3, 4);
    ReferenceDevice fast = new ReferenceDevice(0, 8, response, response);
    Comparison comparison = Comparison.ofFieldChange(LINEAR, fast, 0, 0);
    double up = FieldChange.KEEP_PULSES.apply(Float.MIN_VALUE, LINEAR, fast);
    assertThat(comparison.allowed()).isCloseTo(1e-6 * (1 + 3) * 8 + up, within(1e-15));
  }

  @Test
  void aStoredNaNIsWithinNoBound() {
    assertThat(Comparison.ofUpdate(LINEAR, 2, 1, Float.NaN).share()).isNaN();
    assertThat(Comparison.ofFieldChange(LINEAR, LINEAR, 2, Float.NaN).share()).isNaN();
  }

  @Test
  void theTextSaysHowToDoItAgain() {
    assertThat(Comparison.ofUpdate(LINEAR, 2, 1, 4))
        .hasToString(
            "G = 2.0, n = 1.0, ExponentialResponse[nonlinearity=0.0, pulses=4.0] up,"
                + " ExponentialResponse[nonlinearity=0.0, pulses=4.0] down, window [0.0, 8.0]");
  }
}
