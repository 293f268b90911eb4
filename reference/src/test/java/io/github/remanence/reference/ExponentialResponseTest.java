package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialResponseTest {
  private static final double[] VALUES = {0, 1e-300, 1e-6, 0.1, 1 / 3.0, 0.9, 1 - 1e-16, 1};
  private static final double[] NOT_FINITE = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  @ParameterizedTest
  @ValueSource(doubles = {-700, -2, 0, 1e-320, 1e-9, 2.772, 12, 1e6})
  void zeroPulsesLeaveEveryValueBitIdentical(double nu) {
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    for (double u : VALUES) {
      assertThat(response.potentiate(u, 0)).isEqualTo(u);
      assertThat(response.depress(u, 0)).isEqualTo(u);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-320, -1e-320, 1e-30, 1e-18, -1e-18})
  void vanishingNonlinearityIsExactlyLinear(double nu) {
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    assertThat(response.fraction(2.5)).isEqualTo(2.5 / 27);
    assertThat(response.potentiate(0.25, 2.5)).isEqualTo(0.25 + 2.5 / 27);
    assertThat(response.depress(0.75, 2.5)).isEqualTo(0.75 - 2.5 / 27);
    assertThat(response.pulsesTo(0.25)).isEqualTo(27 * 0.75);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-700, -20, -2, -1e-9, 0, 1e-9, 0.5, 2.772, 12, 50, 700, 1e6})
  void moreThanTheSpanCrossesTheWindowFromEndToEnd(double nu) {
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    for (double n : new double[] {27.001, 1e3, 1e300}) {
      assertThat(response.potentiate(0, n)).isCloseTo(1, within(1e-15));
      assertThat(response.depress(1, n)).isCloseTo(0, within(1e-15));
    }
    assertThat(response.pulsesTo(1)).isZero();
    assertThat(response.valueAfter(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, -1e-6, 0, 1e-6, 2.772, 12})
  void pulsesOfOneSignCompose(double nu) {
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    for (double u : VALUES) {
      double twice = response.potentiate(response.potentiate(u, 1.75), 3.5);
      assertThat(twice).isCloseTo(response.potentiate(u, 5.25), within(2e-15));
      twice = response.depress(response.depress(u, 1.75), 3.5);
      assertThat(twice).isCloseTo(response.depress(u, 5.25), within(2e-15));
    }
  }

  @Test
  void pulsesOfMixedSignDoNotCommute() {
    ExponentialResponse response = new ExponentialResponse(2.772, 27);
    double upFirst = response.depress(response.potentiate(0.5, 5), 5);
    double downFirst = response.potentiate(response.depress(0.5, 5), 5);
    // a u + b up, then a u + c down: the orders differ by (1 - a) (b + c) = q^2 K (1 + exp(-nu)).
    double q = response.fraction(5);
    double expected = q * q * response.curvature() * (1 + Math.exp(-2.772));
    assertThat(downFirst - upFirst).isCloseTo(expected, within(1e-15));
    assertThat(expected).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, 0, 1e-9, 2.772})
  void morePulsesMoveFurther(double nu) {
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    for (double n = 0.01; n < 12; n += 0.01) {
      assertThat(response.potentiate(0.2, n + 0.01)).isGreaterThan(response.potentiate(0.2, n));
      assertThat(response.depress(0.8, n + 0.01)).isLessThan(response.depress(0.8, n));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, 0, 1e-9, 2.772})
  void aHigherDeviceStaysHigher(double nu) {
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    for (double u = 0.3; u < 0.6; u += 0.01) {
      assertThat(response.potentiate(u + 0.01, 3)).isGreaterThan(response.potentiate(u, 3));
      assertThat(response.depress(u + 0.01, 3)).isGreaterThan(response.depress(u, 3));
    }
  }

  @Test
  void positiveNonlinearitySaturatesAndNegativeAccelerates() {
    ExponentialResponse saturates = new ExponentialResponse(2, 27);
    assertThat(saturates.potentiationStep(0.1, 1))
        .isGreaterThan(1.5 * saturates.potentiationStep(0.5, 1));
    ExponentialResponse accelerates = new ExponentialResponse(-2, 27);
    assertThat(accelerates.potentiationStep(0.5, 1))
        .isGreaterThan(1.5 * accelerates.potentiationStep(0.1, 1));
  }

  @Test
  void depressionMirrorsPotentiation() {
    ExponentialResponse response = new ExponentialResponse(2.772, 27);
    for (double u : new double[] {0, 0.125, 0.5, 0.875, 1}) {
      assertThat(response.depressionStep(u, 2.5)).isEqualTo(-response.potentiationStep(1 - u, 2.5));
    }
  }

  @Test
  void finiteValuesOutsideTheWindowAreBroughtInByTheClamp() {
    ExponentialResponse response = new ExponentialResponse(2.772, 27);
    for (double n : new double[] {0, 1}) {
      assertThat(response.potentiate(1.5, n)).isEqualTo(1);
      assertThat(response.potentiate(-0.5, n)).isZero();
      assertThat(response.depress(1.5, n)).isEqualTo(1);
      assertThat(response.depress(-0.5, n)).isZero();
    }
    assertThat(response.potentiate(-1e9, 1)).isZero();
    // The equation comes first and the clamp last: 1.25 is not 1 before the pulses.
    double unclamped =
        1.25 - response.fraction(10) * (Math.exp(-2.772) + response.curvature() * 1.25);
    assertThat(response.depress(1.25, 10)).isCloseTo(unclamped, within(1e-15));
    assertThat(unclamped).isGreaterThan(response.depress(1, 10) + 0.05);
    assertThat(response.pulsesTo(1.25)).isZero();
    assertThat(response.pulsesTo(-0.25)).isCloseTo(27, within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, 0, 2.772})
  void anythingNotFiniteGivesNaN(double nu) {
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    for (double bad : NOT_FINITE) {
      assertThat(response.potentiate(bad, 0)).isNaN();
      assertThat(response.potentiate(bad, 1)).isNaN();
      assertThat(response.depress(bad, 0)).isNaN();
      assertThat(response.depress(bad, 1)).isNaN();
      assertThat(response.potentiate(0.5, bad)).isNaN();
      assertThat(response.depress(0.5, bad)).isNaN();
      assertThat(response.pulsesTo(bad)).isNaN();
      assertThat(response.valueAfter(bad)).isNaN();
    }
  }

  @Test
  void aNegativeCountOfOnePolarityIsRefused() {
    ExponentialResponse response = new ExponentialResponse(0, 27);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> response.depress(0.5, -3))
        .withMessageContaining("at least 0")
        .withMessageContaining("-3.0");
    assertThatIllegalArgumentException().isThrownBy(() -> response.potentiate(0.5, -3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -27, Double.NaN, Double.POSITIVE_INFINITY})
  void pulsesThatSpanNothingAreRefused(double pulses) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExponentialResponse(1, pulses))
        .withMessage("pulses must be finite and greater than 0, was " + pulses);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-700.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aNonlinearityWithoutACurveIsRefused(double nu) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExponentialResponse(nu, 27))
        .withMessage("nonlinearity must be finite and at least -700.0, was " + nu);
  }
}
