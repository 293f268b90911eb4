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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.distribution.discrete.BinomialDistribution;
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

  /** 95 of 100 at each field between the ends; a binomial number leaves 1 - 1e-4 of its own. */
  @Test
  void intervalsOfSHaveTheTruthInThemAsOftenAsTheySay() {
    int seeds = 2000;
    double[] truth = {0, 0.2, 0.5, 0.9, 1};
    long[] hits = new long[truth.length];
    SplittableRandom random = new SplittableRandom(1);
    for (int seed = 0; seed < seeds; seed++) {
      List<FieldPoint> measured = new ArrayList<>();
      for (int i = 0; i < truth.length; i++) {
        double bend = 3 * (1 - truth[i]) + 0.05 * random.nextGaussian();
        measured.add(
            new FieldPoint(
                i,
                Polarity.DEPRESSION,
                new Estimate("bend", bend, 0.05, 1e9),
                new Estimate("range", 1, 0.1, 20)));
      }
      List<Estimate> found = FieldLaw.of(measured, List.of()).estimates();
      for (int i = 0; i < truth.length; i++) {
        hits[i] += found.get(i).low() <= truth[i] && truth[i] <= found.get(i).high() ? 1 : 0;
      }
    }
    BinomialDistribution chance = new BinomialDistribution(seeds, Estimate.CONFIDENCE);
    long low = chance.inverseCumulativeProbability(5e-5);
    long high = chance.inverseCumulativeProbability(1 - 5e-5);
    for (int i = 1; i < truth.length - 1; i++) {
      assertThat(hits[i]).as("intervals with the truth, at %s", truth[i]).isBetween(low, high);
    }
    assertThat(hits[0]).as("the end is what s means").isEqualTo(seeds);
    assertThat(hits[truth.length - 1]).isEqualTo(seeds);
  }

  @Test
  void noneWhereNothingChangesByMoreThanItsErrors() {
    FieldLaw law = FieldLaw.of(List.of(bend(0, 3), bend(1, 2.9), bend(2, 3.05)), List.of());
    assertThat(law.changes()).isFalse();
    assertThat(law.estimates()).isEmpty();
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
