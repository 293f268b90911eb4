package io.github.remanence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.NonIdealities;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Planted variances come back, each as what it is, and what was not planted is not found. */
class ScatterTest {

  private static final DeviceModel DEVICE =
      DeviceModel.of(
          "d", "s", "S", new DeviceCurve(1, 3, new Exponential(1, 27), new Exponential(2, 27)));

  private static Scatter of(Synthetic synthetic) {
    return DeviceFit.of(synthetic.of(DEVICE, 27, 0), "d", "s").scatter();
  }

  private static final List<Scatter> SEEDS =
      LongStream.range(0, 6)
          .mapToObj(
              seed -> of(new Synthetic(seed).reading(0.004).perStep(0.3).devices(12, 3, 0.15)))
          .toList();

  private static double mean(ToDoubleFunction<Scatter> what) {
    return SEEDS.stream().mapToDouble(what).average().orElseThrow();
  }

  /**
   * Of 12 devices a standard deviation is known to 1 / sqrt(22), of 6 times 12 to 9 %; allowed are
   * four standard errors. A tenth of what cycles add to a pace, if it were taken for the devices',
   * would stay below; all of it would not.
   */
  @Test
  void theSpreadOfDevicesIsFoundBesideNoiseOfPulses() {
    assertThat(mean(Scatter::pulses)).isCloseTo(0.15, within(0.15 * 0.36));
  }

  /** Some 12 * 2 * 2 * 27 increments for each seed: known to 1.2 %, and biased by at most 5 %. */
  @Test
  void theNoiseOfPulsesIsFoundBesideTheSpreadOfDevices() {
    assertThat(mean(scatter -> scatter.cycleNoise().sigma())).isCloseTo(0.3, within(0.3 * 0.07));
    assertThat(mean(Scatter::readNoise)).isCloseTo(2 * 0.004, within(2 * 0.004 * 0.1));
  }

  @Test
  void bothConventionsAreToldApart() {
    Scatter ofSteps = of(new Synthetic(1).perStep(0.3).devices(4, 4, 0));
    Scatter ofTheRange = of(new Synthetic(1).perRange(0.01).devices(4, 4, 0));
    assertThat(ofSteps.cycleNoise().convention()).isEqualTo(CycleNoise.Convention.PER_STEP);
    assertThat(ofTheRange.cycleNoise().convention()).isEqualTo(CycleNoise.Convention.RANGE_SQRT_N);
    assertThat(ofTheRange.cycleNoise().sigma()).isCloseTo(0.01, within(0.001));
  }

  @Test
  void noiseOfReadingAloneIsNoNoiseOfPulses() {
    Scatter scatter = of(new Synthetic(2).reading(0.01).devices(6, 3, 0));
    assertThat(scatter.cycleNoise().isNone()).isTrue();
    assertThat(scatter.readNoise()).isCloseTo(2 * 0.01, within(2 * 0.01 * 0.1));
    assertThat(scatter.pulses()).isZero();
    assertThat(scatter.max()).isZero();
    assertThat(scatter.min()).isZero();
  }

  @Test
  void noiseOfPulsesAloneIsNoSpreadOfDevices() {
    Scatter scatter = of(new Synthetic(3).perStep(0.3).devices(8, 3, 0));
    assertThat(scatter.pulses()).isZero();
    assertThat(scatter.cycleNoise().sigma()).isCloseTo(0.3, within(0.03));
    assertThat(scatter.readNoise()).isLessThan(2 * 0.001);
  }

  @Test
  void oneTrainOfOneDeviceShowsNoScatter() {
    assertThat(of(new Synthetic(4).reading(0.01).perStep(0.3)).nonIdealities())
        .isEqualTo(NonIdealities.NONE);
  }
}
