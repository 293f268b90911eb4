package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.reference.Linearisation.Exponential;
import io.github.remanence.reference.Linearisation.Measured;
import io.github.remanence.reference.Linearisation.Point;
import io.github.remanence.reference.Linearisation.Ramp;
import io.github.remanence.reference.Linearisation.Tanh;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearisationTest {
  private static final Measured MEASURED =
      new Measured(List.of(new Point(0.1, 0.05), new Point(0.3, 0.45), new Point(0.5, 0.95)));

  static List<Linearisation> every() {
    return List.of(new Ramp(0.2), new Tanh(0.2), new Exponential(0.2), MEASURED);
  }

  @Test
  void rampIsALineUpToSaturation() {
    assertThat(new Ramp(0.2).at(0.05)).isCloseTo(0.25, within(1e-16));
    assertThat(new Ramp(0.2).at(0.2)).isEqualTo(1);
    assertThat(new Ramp(0.2).at(7)).isEqualTo(1);
  }

  @Test
  void tanhAndExponentialTakeTheirTextbookValues() {
    assertThat(new Tanh(0.2).at(0.2)).isCloseTo(0.7615941559557649, within(2e-16));
    assertThat(new Tanh(0.2).at(1e300)).isEqualTo(1);
    assertThat(new Exponential(0.2).at(0.2)).isCloseTo(0.6321205588285577, within(2e-16));
    assertThat(new Exponential(0.2).at(1e300)).isEqualTo(1);
  }

  @Test
  void measuredPointsAreJoinedByLinesAndFlatOutside() {
    assertThat(MEASURED.at(0)).isEqualTo(0.05);
    assertThat(MEASURED.at(0.1)).isEqualTo(0.05);
    assertThat(MEASURED.at(0.2)).isCloseTo(0.25, within(1e-15));
    assertThat(MEASURED.at(0.3)).isEqualTo(0.45);
    assertThat(MEASURED.at(0.4)).isCloseTo(0.7, within(1e-15));
    assertThat(MEASURED.at(0.5)).isEqualTo(0.95);
    assertThat(MEASURED.at(9)).isEqualTo(0.95);
  }

  @ParameterizedTest
  @MethodSource("every")
  void onlyTheMagnitudeOfTheFieldCounts(Linearisation linearisation) {
    for (double field = 0; field < 1; field += 0.01) {
      double s = linearisation.at(field);
      assertThat(linearisation.at(-field)).isEqualTo(s);
      assertThat(s).isBetween(0.0, 1.0);
      assertThat(linearisation.at(field + 0.01)).isGreaterThanOrEqualTo(s);
    }
  }

  @ParameterizedTest
  @MethodSource("every")
  void aFieldThatIsNotFiniteIsRefused(Linearisation linearisation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linearisation.at(Double.NaN))
        .withMessage("field must be a finite number, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linearisation.at(Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aScaleThatMakesNoSenseIsRefused(double scale) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ramp(scale));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tanh(scale));
    assertThatIllegalArgumentException().isThrownBy(() -> new Exponential(scale));
  }

  @Test
  void pointsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measured(List.of(new Point(1, 0))))
        .withMessage("measured linearisation needs at least two points, got 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measured(List.of(new Point(1, 0), new Point(1, 1))))
        .withMessage("field of point 1 must be above the one before, 1.0, was 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(-0.1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, Double.NaN));
  }

  @Test
  void laterChangesOfTheListDoNotReachTheTable() {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0), new Point(1, 1)));
    Measured measured = new Measured(points);
    points.set(1, new Point(1, 0));
    assertThat(measured.at(1)).isEqualTo(1);
  }
}
