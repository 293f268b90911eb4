package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Families that go pulse by pulse, where something else says the same. */
class SteppedResponseTest {

  private static final int[] PULSES = {0, 1, 2, 7, 31};

  /** Soft bounds, in closed form: each pulse leaves 1 - s of what was left. */
  @Test
  void aPowerOfOneIsSoftBounds() {
    PulseResponse response = new SteppedResponse(new StepLaw.Power(0.05, 1));
    for (int n : PULSES) {
      double exact = (1 - 0.2) * (1 - Math.pow(0.95, n));
      assertThat(response.potentiationStep(0.2, n)).isCloseTo(exact, within(1e-14));
      assertThat(response.depressionStep(0.8, n)).isCloseTo(-exact, within(1e-14));
    }
  }

  /** The linear step, in closed form: an approach to the asymptote 1 / slope. */
  @Test
  void twoNodesAreALinearStep() {
    double slope = 0.75;
    PulseResponse response =
        new SteppedResponse(new StepLaw.Piecewise(List.of(0.04, 0.04 * (1 - slope))));
    for (int n : PULSES) {
      double exact = (1 / slope - 0.3) * (1 - Math.pow(1 - 0.04 * slope, n));
      assertThat(response.potentiationStep(0.3, n)).isCloseTo(exact, within(1e-14));
    }
  }

  /**
   * With E = exp(b v), a pulse of the decaying step is nearly E' = E + a b; n pulses are E + a b n
   * + (a b / 2) ln(1 + a b n / E) to within 2.65e-5 of the window at a = 0.01, b = 3. Half of that
   * as a bound would not hold.
   */
  @Test
  void aDecayingStepIsNearItsContinuousForm() {
    double a = 0.01;
    double b = 3;
    PulseResponse response = new SteppedResponse(new StepLaw.Decaying(a, b));
    double worst = 0;
    for (int n = 1; n <= 60; n++) {
      double end = 1 + a * b * n + a * b / 2 * Math.log1p(a * b * n);
      double error = response.potentiationStep(0, n) - Math.log(end) / b;
      worst = Math.max(worst, Math.abs(error));
    }
    assertThat(worst).isBetween(1.3e-5, 2.65e-5);
  }

  @Test
  void anExpStepWithoutItsExponentialIsConstant() {
    PulseResponse constant = new SteppedResponse(new StepLaw.Exponential(0.05, 0.4, 0));
    assertThat(constant.potentiationStep(0.1, 7.5)).isCloseTo(7.5 * 0.03, within(1e-15));
    PulseResponse stops = new SteppedResponse(new StepLaw.Exponential(0.05, 1, 3));
    assertThat(stops.potentiationStep(0.1, 7.5)).isZero();
  }

  /** The exponent is so many times as large; a step at the start is what it was. */
  @Test
  void aFactorOnNuIsOneOnTheExponent() {
    PulseResponse power = new SteppedResponse(new StepLaw.Power(0.05, 3));
    assertThat(power.withNonlinearity(1.0 / 3).potentiationStep(0.2, 7))
        .isCloseTo(0.8 * (1 - Math.pow(0.95, 7)), within(1e-14));
    PulseResponse decaying = new SteppedResponse(new StepLaw.Decaying(0.05, 3));
    assertThat(decaying.withNonlinearity(0.5).potentiationStep(0.2, 1))
        .isCloseTo(0.05 * Math.exp(-0.3), within(1e-15));
    PulseResponse exponential = new SteppedResponse(new StepLaw.Exponential(0.05, 0.5, 3));
    assertThat(exponential.withNonlinearity(0.5).potentiationStep(0.2, 1))
        .isCloseTo(0.05 * (1 - 0.5 * Math.exp(0.3)), within(1e-15));
    assertThat(new ExponentialResponse(3, 20).withNonlinearity(0.5))
        .isEqualTo(new ExponentialResponse(1.5, 20));
    assertThat(new RangedResponse(power, 0.2, 0.7).withNonlinearity(0.5))
        .isEqualTo(new RangedResponse(power.withNonlinearity(0.5), 0.2, 0.7));
    assertThatIllegalArgumentException().isThrownBy(() -> tabulated().withNonlinearity(0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 4.75, 12})
  void theCoordinateIsTheInverseOfTheCurve(double x) {
    for (PulseResponse response :
        List.of(
            new SteppedResponse(new StepLaw.Power(0.04, 0.5)),
            new SteppedResponse(new StepLaw.Exponential(0.04, 0.3, 0.9)),
            new SteppedResponse(new StepLaw.Decaying(0.06, 1.5)),
            tabulated())) {
      double u = 1 + response.depressionStep(1, x);
      assertThat(response.pulsesTo(u)).isCloseTo(x, within(1e-12));
    }
  }

  /**
   * Points of an exponential response: at them, and for whole pulses, the table is that response.
   */
  @Test
  void aTableOfAResponseIsThatResponseAtItsPoints() {
    ExponentialResponse measured = new ExponentialResponse(2, 20);
    for (int start = 0; start < 20; start++) {
      double u = measured.potentiationStep(0, start);
      for (int n = 0; n <= 20 - start; n++) {
        double exact = measured.potentiationStep(u, n);
        assertThat(tabulated().potentiationStep(u, n)).isCloseTo(exact, within(1e-13));
      }
    }
  }

  private static PulseResponse tabulated() {
    ExponentialResponse measured = new ExponentialResponse(2, 20);
    List<Double> pulses = IntStream.rangeClosed(0, 20).asDoubleStream().boxed().toList();
    return new TabulatedResponse(
        pulses, pulses.stream().map(x -> x == 20 ? 1 : measured.potentiationStep(0, x)).toList());
  }
}
