package io.github.remanence.kernel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NeuroSim's device against its own formula, see {@link NeurosimLaw}. */
class NeurosimDeviceTest {

  /** Single entries of getParamA in formula.cpp of MLP_NeuroSim_V3.0, which has six decimals. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 126.268958",
    "0.02, 63.134314",
    "1, 1.251653",
    "2.4, 0.499181",
    "3.18, 0.360817",
    "4.88, 0.200303",
    "9, 0.022810"
  })
  void nonlinearityIsThatOfThePublishedTable(double label, double normalisedA) {
    assertThat(1 / NeurosimDevice.nonlinearity(label)).isCloseTo(normalisedA, within(6e-7));
    assertThat(NeurosimLaw.normalisedOf(label)).isCloseTo(normalisedA, within(6e-7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.1, 0.66, 1.46, 3, 6.76, 8.99})
  void aLabelIsHowFarTheCurveBulges(double label) {
    double nu = NeurosimDevice.nonlinearity(label);
    assertThat(nu).isCloseTo(1 / NeurosimLaw.normalisedOf(label), within(1e-9 * nu));
    assertThat(NeurosimDevice.label(nu)).isCloseTo(label, within(1e-12 * label));
    assertThat(NeurosimDevice.nonlinearity(-label)).isEqualTo(-nu);
    assertThat(NeurosimDevice.label(-nu)).isEqualTo(-NeurosimDevice.label(nu));
  }

  @Test
  void theLabelOfALineIsZero() {
    assertThat(NeurosimDevice.nonlinearity(0)).isEqualTo(0);
    assertThat(NeurosimDevice.label(0)).isEqualTo(0);
    assertThat(new NeurosimDevice(0, 0, 64, 64, 1e-7, 5e-6).curve().depression())
        .isEqualTo(new Exponential(0, 64));
  }

  /** The published depression of Bernard et al.: nu = 27 / 9.741. */
  @Test
  void theDeviceOfBernardHasALabelOfAbout318() {
    assertThat(NeurosimDevice.label(27 / 9.741)).isCloseTo(3.18, within(0.001));
  }

  @Test
  void whatIsNotFiniteHasNoLabel() {
    assertThatThrownBy(() -> NeurosimDevice.label(Double.NaN)).hasMessageContaining("finite");
  }

  @ParameterizedTest
  @CsvSource({"2.4, -4.88", "1.94, -0.61", "3.68, -6.76", "1.75, 1.46", "-0.5, 0.5"})
  void theCurvesAreThoseOfNeurosim(double nlLtp, double nlLtd) {
    ToolComparison.assertSame(
        new NeurosimDevice(nlLtp, nlLtd, 97, 100, 3.0769e-9, 3.8462e-8).curve(),
        new NeurosimLaw(
            NeurosimLaw.normalisedOf(nlLtp),
            NeurosimLaw.normalisedOf(nlLtd),
            97,
            100,
            3.0769e-9,
            3.8462e-8));
  }

  @Test
  void equalLabelsGoBackOnTheCurveOnWhichTheyCame() {
    DeviceCurve curve = new NeurosimDevice(1.5, 1.5, 32, 32, 1e-7, 2e-6).curve();
    double there = curve.potentiation().move(0.3, 5);
    assertThat(curve.depression().move(1 - 0.3 - there, 5)).isCloseTo(there, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {9.01, -9.01, Double.NaN})
  void labelsBeyondTheTableOfNeurosimAreRefused(double label) {
    assertThatThrownBy(() -> NeurosimDevice.nonlinearity(label))
        .hasMessageContaining("must be in [-9, 9], was " + label);
    assertThatThrownBy(() -> new NeurosimDevice(label, 0, 9, 9, 0, 1))
        .hasMessageContaining("NL_LTP");
    assertThatThrownBy(() -> new NeurosimDevice(0, label, 9, 9, 0, 1))
        .hasMessageContaining("NL_LTD");
  }
}
