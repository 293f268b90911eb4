package io.github.remanence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.field.Linearisation;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldLawTest {

  private static final double[] FIELDS = {0, 0.2, 0.4, 0.6, 0.8, 1};

  private static FieldPoint bend(double field, double bend) {
    return new FieldPoint(
        field,
        Polarity.DEPRESSION,
        new Estimate("bend", bend, 0.1, 20),
        new Estimate("range", 1, 0.1, 20));
  }

  @Test
  void neverFallsThoughTheBendsDoNotFallInOrder() {
    FieldLaw law =
        FieldLaw.of(
            List.of(bend(0, 3), bend(1, 1.4), bend(2, 1.6), bend(3, 0), bend(4, 0.1)), List.of());
    assertThat(law.from()).isEqualTo("bend of depression");
    assertThat(law.points())
        .extracting(Linearisation.Point::linearisation)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .first()
        .isEqualTo(0.0);
    assertThat(law.points().get(1).linearisation()).isEqualTo(law.points().get(2).linearisation());
    // 3 to 0.05: the pool of 1.4 and 1.6 is half the way.
    assertThat(law.points().get(1).linearisation()).isCloseTo(1.5 / 2.95, within(1e-12));
    assertThat(law.points().getLast().linearisation()).isEqualTo(1);
  }

  @Test
  void noneWhereNothingChangesByMoreThanItsErrors() {
    FieldLaw law = FieldLaw.of(List.of(bend(0, 3), bend(1, 2.9), bend(2, 3.05)), List.of());
    assertThat(law.changes()).isFalse();
  }

  @Test
  void thePresetIsFoundFromNoisyTrainsInSixFields() {
    DeviceFit fit =
        DeviceFit.of(
            new Synthetic(11).reading(0.003).of(Presets.bernard2025(), 27, FIELDS), "d", "s");
    for (double field : FIELDS) {
      DeviceCurve truth = Presets.bernard2025().curveIn(FieldState.at(field));
      DeviceCurve found = fit.model().curveIn(FieldState.at(field));
      assertThat(fit.model().linearisation().at(field)).isCloseTo(field, within(0.02));
      assertThat(found.minConductance()).isCloseTo(truth.minConductance(), within(0.02));
      assertThat(found.maxConductance()).isCloseTo(truth.maxConductance(), within(0.02));
      assertThat(nu(found)).isCloseTo(nu(truth), within(0.06));
    }
  }

  private static double nu(DeviceCurve curve) {
    return ((Exponential) curve.depression()).nonlinearity();
  }

  @Test
  void aDeviceThatTheFieldDoesNotChangeIsTheSameInEveryField() {
    DeviceModel same =
        DeviceModel.of(
            "d", "s", "S", new DeviceCurve(1, 3, new Exponential(1, 27), new Exponential(2, 27)));
    DeviceFit fit = DeviceFit.of(new Synthetic(3).reading(0.01).of(same, 27, 0, 1, 2), "d", "s");
    assertThat(fit.law().changes()).isFalse();
    assertThat(fit.model().zeroField()).isEqualTo(fit.model().saturated());
    assertThat(fit.notes()).anyMatch(note -> note.contains("nothing changes"));
  }

  /** Depression starts a fifth of the range below where potentiation ends. */
  @Test
  void windowsThatDifferAreKeptAsRanges() {
    DeviceModel apart =
        DeviceModel.of(
            "d",
            "s",
            "S",
            new DeviceCurve(
                1, 3, new Exponential(1, 27), new Ranged(new Exponential(2, 27), 0.2, 1)));
    DeviceFit fit = DeviceFit.of(new Synthetic(3).reading(0.005).of(apart, 27, 0), "d", "s");
    Ranged depression = (Ranged) fit.model().zeroField().depression();
    assertThat(depression.from()).isCloseTo(0.2, within(0.02));
    assertThat(depression.to()).isCloseTo(1, within(0.02));
    assertThat(fit.notes()).anyMatch(note -> note.contains("different conductances"));
  }
}
