package io.github.remanence.kernel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.Tabulated.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

  /** One of each family; all of them reach the end of their window. */
  static List<Response> responses() {
    return List.of(
        new Exponential(2.772, 27),
        new Exponential(0, 27),
        new Exponential(-2, 27),
        new ExponentialStep(0.1, 0.2, 1.2),
        new ExponentialInConductance(0.1, 2),
        new PowerStep(0.05, 0.5),
        new PiecewiseStep(List.of(0.1, 0.02, 0.06)),
        new Tabulated(List.of(new Point(0, 0), new Point(1, 0.4), new Point(9.5, 1))));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void theCoordinateIsTheInverseOfTheCurve(Response response) {
    for (double pulses : new double[] {0, 0.25, 1, 2.5, 7}) {
      assertThat(response.pulsesTo(response.move(0, pulses))).isCloseTo(pulses, within(1e-12));
    }
    assertThat(response.move(0, response.pulsesTo(1))).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void wholePulsesCompose(Response response) {
    double oneByOne = 0;
    for (int pulse = 0; pulse < 5; pulse++) {
      oneByOne += response.step(oneByOne);
    }
    assertThat(response.move(0, 5)).isCloseTo(oneByOne, within(1e-14));
    assertThat(response.move(0.3, 1)).isCloseTo(response.step(0.3), within(1e-15));
    assertThat(response.move(0.3, 0)).isZero();
  }

  /** Known by its step alone. */
  private record OneByOne(Response response) implements Response {
    @Override
    public double step(double progress) {
      return response.step(progress);
    }
  }

  static List<PiecewiseStep> piecewise() {
    return List.of(
        new PiecewiseStep(List.of(0.1, 0.02, 0.06)),
        new PiecewiseStep(List.of(0.002, 0.0005, 0.003, 0.0)),
        new PiecewiseStep(List.of(0.001, 0.001, 0.0, 0.001)),
        new PiecewiseStep(List.of(1e-3, 1e-3 - 1e-13, 2e-3)),
        new PiecewiseStep(List.of(0.0, 0.5)),
        new PiecewiseStep(List.of(1.0, 0.0, 1.0, 0.0)),
        new PiecewiseStep(List.of(1e-9, 1e-4, 1.0)));
  }

  /** Many pulses on one line are taken at once, as they are one by one. */
  @ParameterizedTest
  @MethodSource("piecewise")
  void linesOfStepsAreTakenAsTheirPulsesOneByOne(PiecewiseStep response) {
    Response oneByOne = new OneByOne(response);
    for (double start : new double[] {0, 1e-9, 0.3, 1.0 / 3, 0.5, 2.0 / 3, 0.999, 1}) {
      for (double pulses : new double[] {0, 0.5, 1, 3.75, 31, 777.25, 20_000}) {
        double moved = Math.min(oneByOne.move(start, pulses), 1 - start);
        assertThat(Math.min(response.move(start, pulses), 1 - start))
            .as("%s pulses from %s", pulses, start)
            .isCloseTo(moved, within(1e-11));
      }
    }
    assertThat(response.move(0, 1e300)).isBetween(0.0, 2.0);
  }

  /** Each of these is the law of its name, pulse after pulse. */
  @Test
  void theFamilyOfExponentialsCoversOthers() {
    assertThat(Exponential.constant(0.03).step(0.7)).isCloseTo(0.03, within(1e-15));
    for (double slope : new double[] {0.9, 1e-12, -3}) {
      Exponential linear = Exponential.linearStep(0.05, slope);
      for (double v : new double[] {0, 0.3, 1}) {
        assertThat(linear.step(v)).isCloseTo(0.05 * (1 - slope * v), within(1e-15));
      }
    }
    Exponential soft = Exponential.softBounds(0.05);
    double left = 1;
    for (int pulse = 0; pulse < 31; pulse++) {
      left *= 0.95;
    }
    assertThat(soft.move(0, 31)).isCloseTo(1 - left, within(1e-14));
    assertThat(soft.pulsesTo(1)).isInfinite();
  }

  @Test
  void parametersMoveLinearlyBetweenTheEndsOfAFieldLaw() {
    assertThat(new Exponential(3, 27).towards(new Exponential(1, 27), 0.25))
        .isEqualTo(new Exponential(2.5, 27));
    assertThat(new PowerStep(0.1, 1).towards(new PowerStep(0.2, 3), 0.5))
        .isEqualTo(new PowerStep(0.15000000000000002, 2));
    Tabulated from = new Tabulated(List.of(new Point(0, 0), new Point(2, 0.5), new Point(4, 1)));
    Tabulated to = new Tabulated(List.of(new Point(0, 0), new Point(2, 0.75), new Point(4, 1)));
    assertThat(((Tabulated) from.towards(to, 0.5)).points().get(1).progress()).isEqualTo(0.625);
    for (Response response : responses()) {
      assertThat(response.towards(response, 0.3)).isEqualTo(response);
    }
  }

  @Test
  void betweenFamiliesThereIsNothing() {
    Response power = new PowerStep(0.1, 1);
    Response exponential = new Exponential(1, 27);
    assertThat(power.towards(exponential, 0)).isEqualTo(power);
    assertThat(power.towards(exponential, 1)).isEqualTo(exponential);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> power.towards(exponential, 0.5))
        .withMessageContaining("no response between");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exponential.towards(new Exponential(1, 28), 0.5))
        .withMessageContaining("27.0 and 28.0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void aStepIsAPartOfTheWindow(double step) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PowerStep(step, 1))
        .withMessageContaining("was " + step);
    assertThatIllegalArgumentException().isThrownBy(() -> new ExponentialStep(step, 0.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ExponentialInConductance(step, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Exponential.softBounds(step));
  }

  @Test
  void curvesThatDoNotGrowAreRefused() {
    Point start = new Point(0, 0);
    for (List<Point> points :
        List.of(
            List.of(start),
            List.of(start, new Point(1, 0.5)),
            List.of(new Point(0, 0.1), new Point(1, 1)),
            List.of(start, new Point(1, 0.5), new Point(2, 0.5), new Point(3, 1)),
            List.of(start, new Point(2, 0.5), new Point(2, 1)),
            List.of(start, new Point(1, Double.NaN), new Point(2, 1)))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Tabulated(points));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new PiecewiseStep(List.of(0.1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new PiecewiseStep(List.of(0.1, -0.1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ranged(new PowerStep(1, 1), 0.5, 0.5));
  }
}
