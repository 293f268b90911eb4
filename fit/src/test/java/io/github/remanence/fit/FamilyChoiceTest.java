package io.github.remanence.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On curves of each family, with read noise of half a percent of the range, that family is taken.
 */
class FamilyChoiceTest {

  private static final int SEEDS = 5;
  private static final int PULSES = 30;

  private static Stream<Arguments> families() {
    return Stream.of(
        Arguments.of(Family.EXPONENTIAL, new Exponential(3, PULSES)),
        Arguments.of(Family.EXPONENTIAL, new Exponential(0, PULSES)),
        Arguments.of(Family.EXPONENTIAL, new Exponential(-2, PULSES)),
        Arguments.of(Family.EXPONENTIAL_IN_CONDUCTANCE, new ExponentialInConductance(0.3, 5)),
        Arguments.of(Family.EXPONENTIAL_STEP, new ExponentialStep(0.1, 0.04, 3.8)),
        Arguments.of(Family.POWER_STEP, new PowerStep(0.1, 0.5)),
        Arguments.of(Family.POWER_STEP, new PowerStep(0.15, 2)),
        Arguments.of(Family.PIECEWISE_STEP, new PiecewiseStep(List.of(0.005, 0.08, 0.08, 0.02))));
  }

  /**
   * Two standard errors choose a wrong family of two equal ones once in forty times; here at most 2
   * of 10 choices may be wrong, which 2 of 1000 tests would break by that chance.
   */
  @ParameterizedTest
  @MethodSource("families")
  void itsOwnFamilyIsChosen(Family family, Response response) {
    DeviceModel device = DeviceModel.of("d", "s", "S", new DeviceCurve(1, 3, response, response));
    long right =
        Stream.iterate(1L, seed -> seed + 1)
            .limit(SEEDS)
            .map(seed -> new Synthetic(seed).reading(0.005).of(device, PULSES, 0))
            .map(measured -> DeviceFit.of(measured, "d", "s"))
            .flatMap(fit -> fit.scores().stream())
            .filter(FamilyScore::chosen)
            .filter(score -> score.family() == family)
            .count();
    assertThat(right).isGreaterThanOrEqualTo(2 * SEEDS - 2);
  }

  @Test
  void thePolaritiesMayBeOfDifferentFamilies() {
    DeviceModel device =
        DeviceModel.of(
            "d",
            "s",
            "S",
            new DeviceCurve(1, 3, new PowerStep(0.1, 0.5), new Exponential(3, PULSES)));
    DeviceFit fit = DeviceFit.of(new Synthetic(5).reading(0.005).of(device, PULSES, 0), "d", "s");
    assertThat(fit.scores().stream().filter(FamilyScore::chosen))
        .extracting(score -> score.polarity() + " " + score.family())
        .containsExactly("potentiation power-step", "depression exponential");
  }

  /** Nothing was measured that speaks for more than the simplest. */
  @Test
  void exactExponentialsAreExponentialAlthoughOthersHoldThemToo() {
    DeviceModel device =
        DeviceModel.of(
            "d",
            "s",
            "S",
            new DeviceCurve(1, 3, new Exponential(2, PULSES), new Exponential(1, PULSES)));
    DeviceFit fit = DeviceFit.of(new Synthetic(1).of(device, PULSES, 0), "d", "s");
    assertThat(fit.model().zeroField().potentiation()).isInstanceOf(Exponential.class);
    assertThat(fit.model().zeroField().depression()).isInstanceOf(Exponential.class);
  }
}
