package io.github.remanence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.fit.curves.MeasuredCurve;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.field.FieldState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TabulatedDeviceTest {

  private static MeasuredCurve curve(Polarity polarity, String cycle, double... values) {
    List<MeasuredCurve.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new MeasuredCurve.Point(i, values[i]));
    }
    return new MeasuredCurve(0, polarity, "", cycle, points);
  }

  private static DeviceFit tabulated(MeasuredCurve... curves) {
    return DeviceFit.tabulated(new Measurements("", "S", List.of(curves)), "d", "s");
  }

  /** The mean of the cycles is 1, 2, 3, 3, 2.5, 4, 5: three of it become their mean, 2 5/6. */
  @Test
  void plateausAndStepsBackBecomeOnePoint() {
    DeviceCurve curve =
        tabulated(
                curve(Polarity.POTENTIATION, "1", 1, 2, 3, 3, 2, 4, 5),
                curve(Polarity.POTENTIATION, "2", 1, 2, 3, 3, 3, 4, 5))
            .model()
            .zeroField();
    assertThat(curve.minConductance()).isEqualTo(1);
    assertThat(curve.maxConductance()).isEqualTo(5);
    assertThat(((Tabulated) curve.potentiation()).points())
        .extracting(Tabulated.Point::pulses)
        .containsExactly(0.0, 1.0, 3.0, 5.0, 6.0);
    assertThat(((Tabulated) curve.potentiation()).points().get(2).progress())
        .isCloseTo((17.0 / 6 - 1) / 4, within(1e-12));
  }

  @Test
  void aPlateauAtAnEndIsKeptAtTheEnd() {
    DeviceCurve curve =
        tabulated(curve(Polarity.DEPRESSION, "", 5, 5, 4, 2, 2, 2)).model().zeroField();
    assertThat(((Tabulated) curve.depression()).points())
        .extracting(Tabulated.Point::pulses)
        .containsExactly(0.0, 2.0, 5.0);
  }

  @Test
  void exactCurvesComeBackAtEveryPulseInTheFieldsAtTheEnds() {
    double[] fields = {0, 0.5, 1};
    DeviceFit fit =
        DeviceFit.tabulated(new Synthetic(1).of(Presets.bernard2025(), 27, fields), "d", "s");
    for (double field : new double[] {0, 1}) {
      DeviceCurve truth = Presets.bernard2025().curveIn(FieldState.at(field));
      DeviceCurve found = fit.model().curveIn(FieldState.at(field));
      for (int n = 0; n <= 27; n++) {
        assertThat(found.maxConductance() - found.range() * found.depression().move(0, n))
            .isCloseTo(
                truth.maxConductance() - truth.range() * truth.depression().move(0, n),
                within(1e-9));
      }
    }
    // Half a curve between two is not the curve of half the nonlinearity, but near.
    assertThat(fit.model().linearisation().at(0.5)).isCloseTo(0.5, within(0.02));
    assertThat(fit.trains()).allMatch(train -> FitNotes.fromFit(train) < 0.02);
  }

  @Test
  void aCurveThatGoesTheWrongWayIsNamed() {
    assertThatThrownBy(() -> tabulated(curve(Polarity.DEPRESSION, "", 1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("depression at field 0.0 does not fall");
  }
}
