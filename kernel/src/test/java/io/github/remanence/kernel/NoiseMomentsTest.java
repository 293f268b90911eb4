package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.ReferenceNoise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    UpdateKernel.fastest()
        .apply(
            UpdatePlan.of(model, FieldState.at(0)), Pulses.uniform(n), crossbar, Draws.of(9, 8, 7));
    double skewness = convention == Convention.PER_STEP ? law.skewnessPerStep(device, START, n) : 0;
    Moments.of(Conductances.of(crossbar), mean)
        .check(mean, law.deviation(device, START, n), skewness);
  }

  private static Moments moments(CycleNoise noise, double field, double n, double mean) {
    UpdatePlan plan =
        UpdatePlan.of(
            Presets.bernard2025().with(NonIdealities.NONE.withCycleNoise(noise)),
            FieldState.at(field));
    Crossbar crossbar = Crossbar.onHeap(SIDE, SIDE);
    crossbar.fill(START);
    UpdateKernel.fastest().apply(plan, Pulses.uniform(n), crossbar, Draws.of(9, 8, 7));
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
