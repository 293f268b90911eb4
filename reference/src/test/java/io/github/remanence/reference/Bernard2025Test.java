package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The published device against the printed fits and numbers, typed here a second time. */
class Bernard2025Test {
  private static final FieldLaw LAW = Bernard2025.fieldLaw();
  private static final double ULP = Math.ulp(2.0);

  @Test
  void withoutFieldDepressionIsThePublishedExponential() {
    depressesAlong(LAW.at(0), x -> 1.530 * Math.exp(-x / 9.741) + 0.750);
  }

  @Test
  void withTheFieldOnDepressionIsThePublishedLine() {
    depressesAlong(LAW.at(1), x -> 2.742 - 0.021 * x);
  }

  /** In one update and pulse by pulse; rounding alone, 2 ulp of w and 1 more for each pulse. */
  private static void depressesAlong(ReferenceDevice device, DoubleUnaryOperator fit) {
    WorstError once = new WorstError();
    WorstError oneByOne = new WorstError();
    for (double x = 0; x <= 27; x += 0.125) {
      double w = fit.applyAsDouble(x);
      once.add(Math.abs(device.conductanceAfter(x) - w), x);
      oneByOne.add(Math.abs(device.updatePulseByPulse(fit.applyAsDouble(0), -x) - w), x);
    }
    once.assertAtMost(2 * ULP);
    oneByOne.assertAtMost((2 + 27) * ULP);
  }

  @Test
  void thePublishedNumbersComeOut() {
    ReferenceDevice exponential = LAW.at(0);
    ReferenceDevice linear = LAW.at(1);
    assertThat(exponential.maxConductance()).isCloseTo(2.280, within(1e-15));
    assertThat(exponential.minConductance()).isCloseTo(0.8457, within(5e-5));
    assertThat(linear.maxConductance()).isCloseTo(2.742, within(1e-15));
    assertThat(linear.minConductance()).isCloseTo(2.175, within(1e-15));
    assertThat(exponential.range()).isCloseTo(1.434, within(5e-4));
    assertThat(linear.range()).isCloseTo(0.567, within(1e-15));
    assertThat(linear.range() / exponential.range()).isCloseTo(0.395, within(5e-4));
    assertThat(Responses.exponential(exponential.depression()).nonlinearity())
        .isCloseTo(2.772, within(5e-4));
    assertThat(Responses.exponential(linear.depression()).nonlinearity()).isZero();
  }

  @Test
  void potentiationIsTheSameAtEveryField() {
    for (double s : new double[] {0, 0.1, 0.3, 0.5, 0.7, 1}) {
      assertThat(LAW.at(s).potentiation()).isEqualTo(new ExponentialResponse(1.5, 27));
      assertThat(Responses.exponential(LAW.at(s).depression()).pulses()).isEqualTo(27);
    }
  }

  @Test
  void theFieldIsReducedAndSaturatesAtOne() {
    Linearisation s = Bernard2025.linearisation();
    assertThat(s.at(0)).isZero();
    assertThat(s.at(-0.25)).isEqualTo(0.25);
    assertThat(s.at(1.5)).isEqualTo(1);
  }
}
