package io.github.remanence.kernel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.PulseResponse;
import io.github.remanence.reference.ReferenceDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceModelTest {

  private static final DeviceModel PRESET = Presets.bernard2025();

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 1, 3, -0.5})
  void thePresetIsThePublishedDeviceAtEveryField(double h) {
    DeviceCurve curve = PRESET.curveIn(FieldState.at(h));
    ReferenceDevice published = Bernard2025.fieldLaw().at(Bernard2025.linearisation().at(h));
    assertThat(curve.minConductance()).isCloseTo(published.minConductance(), within(1e-14));
    assertThat(curve.maxConductance()).isCloseTo(published.maxConductance(), within(1e-14));
    isPublished(curve.depression(), published.depression());
    isPublished(curve.potentiation(), published.potentiation());
  }

  private static void isPublished(Response response, PulseResponse reference) {
    ExponentialResponse published = (ExponentialResponse) reference;
    assertThat(response)
        .isInstanceOfSatisfying(
            Exponential.class,
            found -> {
              assertThat(found.nonlinearity()).isCloseTo(published.nonlinearity(), within(1e-14));
              assertThat(found.pulses()).isEqualTo(published.pulses());
            });
  }

  @Test
  void theEndsOfTheFieldLawAreExact() {
    assertThat(PRESET.curveIn(FieldState.at(0))).isEqualTo(PRESET.zeroField());
    assertThat(PRESET.curveIn(FieldState.at(1))).isEqualTo(PRESET.saturated());
    assertThat(PRESET.curveIn(FieldState.at(9))).isEqualTo(PRESET.saturated());
  }

  /** The numbers of its network simulation: see the Javadoc of the preset. */
  @Test
  void theNoisyPresetIsThePublishedDeviceWithThePublishedNonIdealities() {
    DeviceModel noisy = Presets.bernard2025Noisy();
    NonIdealities found = noisy.nonIdealities();
    assertThat(found.variation())
        .isEqualTo(DeviceVariation.ofPulses(new Spread(Spread.Law.ABSOLUTE_NORMAL, 0.2)));
    assertThat(found.cycleNoise().isNone()).isTrue();
    assertThat(found.drawsInUpdates()).isFalse();
    assertThat(found.deadZone()).isEqualTo(0.1);
    assertThat(found.rounding()).isEqualTo(PulseRounding.NONE);
    assertThat(found.readNoise()).isEqualTo(0.015);
    assertThat(found.outputNoise()).isEqualTo(1.5e-6);
    assertThat(noisy.curveIn(FieldState.at(0.3))).isEqualTo(PRESET.curveIn(FieldState.at(0.3)));
    assertThat(noisy.linearisation()).isEqualTo(PRESET.linearisation());
    assertThat(PRESET.nonIdealities()).isEqualTo(NonIdealities.NONE);
  }

  @Test
  void presetsAreFoundByName() {
    assertThat(Presets.named("bernard2025")).contains(PRESET);
    assertThat(Presets.named("bernard2025-noisy")).contains(Presets.bernard2025Noisy());
    assertThat(Presets.named("bernard")).isEmpty();
    assertThat(Presets.all()).extracting(DeviceModel::name).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, 0, below maxConductance",
    "2, 1, 0, 0, below maxConductance",
    "NaN, 1, 0, 0, finite",
    "0, Infinity, 0, 0, finite",
    "0, 1e30, 0, 0, below 2^60",
    "1, 1.00001, 0, 0, too narrow for float32",
    "0, 1e-30, 0, 0, too narrow for float32",
    "0, 1, NaN, 0, nonlinearity",
    "0, 1, 61, 0, nonlinearity",
    "0, 1, 0, -13, nonlinearity",
  })
  void curvesThatMakeNoSenseAreRefused(
      double min, double max, double up, double down, String message) {
    assertThatThrownBy(
            () -> new DeviceCurve(min, max, new Exponential(up, 27), new Exponential(down, 27)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, 1e13})
  void numbersOfPulsesThatMakeNoSenseAreRefused(double pulses) {
    assertThatThrownBy(() -> new Exponential(1, pulses))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pulses must be in (0, 2^40]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, -0.1, Double.NaN})
  void retentionsThatMakeNoSenseAreRefused(double rho) {
    assertThatThrownBy(
            () ->
                new DeviceModel(
                    "x",
                    "y",
                    "S",
                    PRESET.zeroField(),
                    PRESET.saturated(),
                    PRESET.linearisation(),
                    rho))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retention");
  }
}
