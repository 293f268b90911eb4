package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.device.Tabulated.Point;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.ReferenceNoise;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An update at once and its pulses one by one have the same mean and variance, those of the exact
 * law, and a skew that differs by what is said.
 *
 * <p><b>False alarms.</b> Of each moment six of its standard deviations are allowed: one alarm in
 * 500 million for a seed that nobody has looked at, and these are fixed.
 */
class NoiseMomentsTest {

  private static final int SIDE = 500;
  private static final double DEVICES = (double) SIDE * SIDE;
  private static final double ALLOWED = 6;

  /** Far from both ends, so that the clamp does nothing: see CycleNoise for what it would do. */
  private static final float START = 1.8f;

  @ParameterizedTest
  @CsvSource({
    "PER_STEP,     0,   0.3, -5",
    "PER_STEP,     0,   0.3,  5",
    "PER_STEP,     0,   1.0, -3",
    "PER_STEP,     0.5, 0.5, -4",
    "RANGE_SQRT_N, 0,   0.02, -6",
    "RANGE_SQRT_N, 0,   0.02,  3",
    "RANGE_SQRT_N, 0.5, 0.01, -8",
    "RANGE,        0,   0.03, -5",
  })
  void anUpdateAtOnceAndPulseByPulseHaveTheMomentsOfTheLaw(
      Convention convention, double field, double sigma, double n) {
    ReferenceDevice device = Bernard2025.fieldLaw().at(field);
    ReferenceNoise law =
        new ReferenceNoise(ReferenceNoise.Convention.valueOf(convention.name()), sigma);
    double mean = device.update(START, n);
    double deviation = law.deviation(device, START, n);
    double skewness = convention == Convention.PER_STEP ? law.skewnessPerStep(device, START, n) : 0;

    Moments atOnce = moments(new CycleNoise(convention, sigma, Mode.AGGREGATE), field, n, mean);
    atOnce.check(mean, deviation, 0);
    Moments single =
        moments(new CycleNoise(convention, sigma, Mode.PULSE_BY_PULSE), field, n, mean);
    single.check(mean, deviation, skewness);
    assertThat(Math.abs(skewness)).as("the skew that an update at once loses").isLessThan(0.4);
  }

  /** Any response, known by its step alone. */
  private record Disguised(Response response) implements Response {
    @Override
    public double step(double progress) {
      return response.step(progress);
    }
  }

  /**
   * The same law, when it is not known that a response is exponential: pulse by pulse through its
   * step alone.
   */
  @ParameterizedTest
  @CsvSource({
    "PER_STEP,     0.3, -5",
    "PER_STEP,     1.0,  3",
    "RANGE_SQRT_N, 0.02, -6",
    "RANGE,        0.03, -5",
  })
  void aResponseOfAnotherClassHasTheMomentsOfTheLaw(Convention convention, double sigma, double n) {
    DeviceCurve curve = Presets.bernard2025().curveIn(FieldState.at(0));
    DeviceCurve disguised =
        new DeviceCurve(
            curve.minConductance(),
            curve.maxConductance(),
            new Disguised(curve.potentiation()),
            new Disguised(curve.depression()));
    ReferenceDevice device = Bernard2025.fieldLaw().at(0);
    ReferenceNoise law =
        new ReferenceNoise(ReferenceNoise.Convention.valueOf(convention.name()), sigma);
    double mean = device.update(START, n);
    CycleNoise noise = new CycleNoise(convention, sigma, Mode.PULSE_BY_PULSE);
    DeviceModel model =
        DeviceModel.of("x", "test", "a.u.", disguised)
            .with(NonIdealities.NONE.withCycleNoise(noise));
    Crossbar crossbar = Crossbar.onHeap(SIDE, SIDE);
    crossbar.fill(START);
    Backends.vectors()
        .apply(
            UpdatePlan.of(model, FieldState.at(0)), Pulses.uniform(n), crossbar, Draws.of(9, 8, 7));
    double skewness = convention == Convention.PER_STEP ? law.skewnessPerStep(device, START, n) : 0;
    Moments.of(Conductances.of(crossbar), mean)
        .check(mean, law.deviation(device, START, n), skewness);
  }

  /**
   * Far from the ends of the window, and as {@link CycleNoise.Mode#AGGREGATE} says: where steps
   * have no kinks the means are within 0.01 of the deviation, and the deviations within 0.01; with
   * kinks, as of measured curves, within 0.05 and 0.1, for noise of a third of a step.
   */
  @ParameterizedTest
  @MethodSource("otherFamilies")
  void atOnceAndPulseByPulseOfOtherFamiliesHaveNearlyTheSameMoments(
      Response response, boolean kinks) {
    for (CycleNoise noise :
        List.of(
            new CycleNoise(Convention.PER_STEP, kinks ? 0.33 : 1, Mode.AGGREGATE),
            new CycleNoise(Convention.RANGE_SQRT_N, 0.01, Mode.AGGREGATE))) {
      for (double n : new double[] {1, 6.5, -6}) {
        Moments atOnce = ofFamily(response, noise, n);
        Moments single =
            ofFamily(
                response,
                new CycleNoise(noise.convention(), noise.sigma(), Mode.PULSE_BY_PULSE),
                n);
        String what = "%s, %s, n = %s".formatted(response, noise, n);
        double chance = ALLOWED / Math.sqrt(DEVICES / 2); // Both are samples.
        assertThat(Math.abs(atOnce.mean() - single.mean()) / single.deviation())
            .as("the mean of %s", what)
            .isLessThan((kinks ? 0.05 : 0.01) + chance);
        assertThat(Math.abs(atOnce.deviation() / single.deviation() - 1))
            .as("the deviation of %s", what)
            .isLessThan((kinks ? 0.1 : 0.01) + chance);
        assertThat(Math.abs(single.skewness()))
            .as("the skew that is lost of %s", what)
            .isLessThan(kinks ? 1 : 0.5);
      }
    }
  }

  static List<Arguments> otherFamilies() {
    return List.of(
        Arguments.of(new PowerStep(0.05, 2.5), false),
        Arguments.of(new PowerStep(0.04, 0.5), false),
        Arguments.of(new ExponentialStep(0.04, 0.3, 1.2), false),
        Arguments.of(new ExponentialInConductance(0.06, 3), false),
        Arguments.of(new PiecewiseStep(List.of(0.1, 0.02, 0.07, 0.02)), true),
        Arguments.of(
            new Tabulated(
                List.of(new Point(0, 0), new Point(5, 0.3), new Point(15, 0.6), new Point(40, 1))),
            true));
  }

  private static Moments ofFamily(Response response, CycleNoise noise, double n) {
    DeviceModel model =
        DeviceModel.of("x", "test", "a.u.", new DeviceCurve(1, 2, response, response))
            .with(NonIdealities.NONE.withCycleNoise(noise));
    Crossbar crossbar = Crossbar.onHeap(SIDE, SIDE);
    crossbar.fill(1.4f);
    Draws draws = Draws.of(9, 8, noise.mode() == Mode.AGGREGATE ? 7 : 6);
    Backends.vectors()
        .apply(UpdatePlan.of(model, FieldState.at(0)), Pulses.uniform(n), crossbar, draws);
    return Moments.of(Conductances.of(crossbar), 1.4);
  }

  private static Moments moments(CycleNoise noise, double field, double n, double mean) {
    UpdatePlan plan =
        UpdatePlan.of(
            Presets.bernard2025().with(NonIdealities.NONE.withCycleNoise(noise)),
            FieldState.at(field));
    Crossbar crossbar = Crossbar.onHeap(SIDE, SIDE);
    crossbar.fill(START);
    Backends.vectors().apply(plan, Pulses.uniform(n), crossbar, Draws.of(9, 8, 7));
    return Moments.of(Conductances.of(crossbar), mean);
  }

  /** Mean, standard deviation and skewness of a sample. */
  private record Moments(double mean, double deviation, double skewness) {

    static Moments of(float[] values, double middle) {
      double first = 0;
      for (float value : values) {
        first += value - middle;
      }
      double mean = first / values.length;
      double second = 0;
      double third = 0;
      for (float value : values) {
        double off = value - middle - mean;
        second += off * off;
        third += off * off * off;
      }
      double deviation = Math.sqrt(second / values.length);
      return new Moments(middle + mean, deviation, third / values.length / Math.pow(deviation, 3));
    }

    void check(double exactMean, double exactDeviation, double exactSkewness) {
      assertThat((mean - exactMean) / (exactDeviation / Math.sqrt(DEVICES)))
          .as("the mean, in standard deviations off %s", exactMean)
          .isBetween(-ALLOWED, ALLOWED);
      // For a law that is nearly normal; its excess is a few percent.
      assertThat((deviation / exactDeviation - 1) * Math.sqrt(2 * DEVICES))
          .as("the deviation, in standard deviations off %s", exactDeviation)
          .isBetween(-ALLOWED, ALLOWED);
      assertThat((skewness - exactSkewness) * Math.sqrt(DEVICES / 6))
          .as("the skewness, in standard deviations off %s", exactSkewness)
          .isBetween(-ALLOWED, ALLOWED);
    }
  }
}
