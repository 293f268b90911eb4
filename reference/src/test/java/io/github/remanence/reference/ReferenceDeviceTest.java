package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceDeviceTest {
  private static final ExponentialResponse UP = new ExponentialResponse(1.5, 20);
  private static final ExponentialResponse DOWN = new ExponentialResponse(2.772, 27);
  private static final ReferenceDevice MICROSIEMENS = new ReferenceDevice(1e-6, 5e-5, UP, DOWN);

  @Test
  void theSignOfTheCountChoosesTheResponse() {
    ReferenceDevice unit = new ReferenceDevice(0, 1, UP, DOWN);
    assertThat(unit.update(0.4, 3.5)).isEqualTo(UP.potentiate(0.4, 3.5));
    assertThat(unit.update(0.4, -3.5)).isEqualTo(DOWN.depress(0.4, 3.5));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1e-6, 5e-5", "-3, 7", "0.8457, 2.280"})
  void theWindowOnlyScalesAndShifts(double min, double max) {
    ReferenceDevice device = new ReferenceDevice(min, max, UP, DOWN);
    for (double u : new double[] {0.001, 0.3, 0.999}) {
      double g = min + u * (max - min);
      assertThat(device.normalised(g)).isCloseTo(u, within(1e-15));
      double expected = min + UP.potentiate(u, 4.5) * (max - min);
      assertThat(device.update(g, 4.5)).isCloseTo(expected, within(1e-15 * (max - min)));
      expected = min + DOWN.depress(u, 4.5) * (max - min);
      assertThat(device.update(g, -4.5)).isCloseTo(expected, within(1e-15 * (max - min)));
    }
  }

  @Test
  void zeroPulsesLeaveEveryConductanceBitIdentical() {
    double g = MICROSIEMENS.minConductance();
    for (int i = 0; i < 1000 && g <= MICROSIEMENS.maxConductance(); i++, g += 4.9e-8) {
      assertThat(MICROSIEMENS.update(g, 0)).isEqualTo(g);
      assertThat(MICROSIEMENS.update(g, -0.0)).isEqualTo(g);
    }
    assertThat(MICROSIEMENS.update(5e-5, 0)).isEqualTo(5e-5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -1, 2, 7, -7, 0.3, -0.3, 13.7, -13.7, 26.5, -26.5, 40, -1000})
  void closedFormEqualsPulseByPulse(double n) {
    for (double g : new double[] {1e-6, 7e-6, 2.5e-5, 4.9e-5, 5e-5}) {
      double pulses = MICROSIEMENS.updatePulseByPulse(g, n);
      assertThat(pulses).isCloseTo(MICROSIEMENS.update(g, n), within(1e-14 * 5e-5));
    }
  }

  @Test
  void pulseByPulseAppliesWholePulsesAndThenTheRest() {
    double g = MICROSIEMENS.update(MICROSIEMENS.update(MICROSIEMENS.update(3e-5, -1), -1), -0.25);
    assertThat(MICROSIEMENS.updatePulseByPulse(3e-5, -2.25)).isEqualTo(g);
  }

  @Test
  void moreThanTheSpanStopsExactlyAtTheWindow() {
    assertThat(MICROSIEMENS.update(3e-5, 1e3)).isEqualTo(5e-5);
    assertThat(MICROSIEMENS.update(3e-5, -1e3)).isEqualTo(1e-6);
  }

  @Test
  void pulseCoordinateAndCurveAreInverse() {
    for (double x = 0; x <= 27; x += 0.25) {
      double g = MICROSIEMENS.conductanceAfter(x);
      assertThat(MICROSIEMENS.pulsesTo(g)).isCloseTo(x, within(2e-13));
    }
    assertThat(MICROSIEMENS.conductanceAfter(0)).isEqualTo(5e-5);
    assertThat(MICROSIEMENS.conductanceAfter(-1)).isEqualTo(5e-5);
    assertThat(MICROSIEMENS.conductanceAfter(28)).isEqualTo(1e-6);
  }

  @Test
  void pulsesAddToThePulseCoordinate() {
    double x = MICROSIEMENS.pulsesTo(3e-5);
    double after = MICROSIEMENS.pulsesTo(MICROSIEMENS.update(3e-5, -4.5));
    assertThat(after).isCloseTo(x + 4.5, within(1e-13));
  }

  @Test
  void finiteConductancesOutsideTheWindowAreBroughtIn() {
    assertThat(MICROSIEMENS.update(1, 0)).isEqualTo(5e-5);
    assertThat(MICROSIEMENS.update(-1, 0)).isEqualTo(1e-6);
    assertThat(MICROSIEMENS.clamped(1)).isEqualTo(5e-5);
    assertThat(MICROSIEMENS.clamped(-1)).isEqualTo(1e-6);
    assertThat(MICROSIEMENS.clamped(3e-5)).isEqualTo(3e-5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void anythingNotFiniteGivesNaN(double bad) {
    for (double n : new double[] {0, 2.5, -2.5, 1000, -1000}) {
      assertThat(MICROSIEMENS.update(bad, n)).isNaN();
      assertThat(MICROSIEMENS.updatePulseByPulse(bad, n)).isNaN();
    }
    assertThat(MICROSIEMENS.update(3e-5, bad)).isNaN();
    assertThat(MICROSIEMENS.updatePulseByPulse(3e-5, bad)).isNaN();
    assertThat(MICROSIEMENS.clamped(bad)).isNaN();
    assertThat(MICROSIEMENS.pulsesTo(bad)).isNaN();
    assertThat(MICROSIEMENS.conductanceAfter(bad)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "0, NaN", "0, Infinity", "-1e308, 1e308"})
  void aWindowThatIsNoneIsRefused(double min, double max) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReferenceDevice(min, max, UP, DOWN))
        .withMessage(
            "maximum conductance must be finite and above the minimum conductance %s, was %s",
            min, max);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
  void aWindowWithoutAMinimumIsRefused(double min) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReferenceDevice(min, 1, UP, DOWN))
        .withMessage("minimum conductance must be a finite number, was " + min);
  }
}
