package io.github.remanence.kernel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each class of aihwkit against its own formula, see {@link AihwkitLaws}. */
class AihwkitDeviceTest {

  private static final double DW_MIN = 0.013;
  private static final double W_MAX = 1.25;
  private static final double W_MIN = -0.75;

  private static AihwkitDevice device(double upDown) {
    return new AihwkitDevice(DW_MIN, upDown, W_MAX, W_MIN);
  }

  private static AihwkitLaws laws(double upDown) {
    return new AihwkitLaws(DW_MIN, upDown, W_MAX, W_MIN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, -0.3})
  void theConstantStepIsThatOfAihwkit(double upDown) {
    ToolComparison.assertSame(device(upDown).constantStep(), laws(upDown).constantStep());
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.05", "0.1153, 0.5085", "1, 0", "-0.4, 0.999"})
  void theLinearStepIsThatOfAihwkit(double gammaUp, double gammaDown) {
    ToolComparison.assertSame(
        device(0.2).linearStep(gammaUp, gammaDown), laws(0.2).linearStep(gammaUp, gammaDown));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, -0.3})
  void softBoundsAreThoseOfAihwkit(double upDown) {
    ToolComparison.assertSame(device(upDown).softBounds(), laws(upDown).linearStep(1, 1));
  }

  @Test
  void aDeviceWithoutABoundOnOneSideHasNoSlopeThere() {
    ToolComparison.assertSame(
        new AihwkitDevice(0.01, 0, 2, 0).softBounds(),
        new AihwkitLaws(0.01, 0, 2, 0).linearStep(1, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, -0.3})
  void softBoundsWithAReferenceAreThoseOfAihwkit(double upDown) {
    AihwkitDevice device = device(upDown);
    ToolComparison.assertSame(
        device.softBoundsReference(0.1 + device.symmetryPoint()),
        laws(upDown).softBoundsReference(0.1, true));
    ToolComparison.assertSame(
        device.softBoundsReference(-0.2), laws(upDown).softBoundsReference(-0.2, false));
  }

  @Test
  void atTheSymmetryPointASubtractedReferenceLeavesZero() {
    DeviceCurve curve = device(0.3).softBoundsReference(device(0.3).symmetryPoint());
    double u = -curve.minConductance() / curve.range();
    assertThat(curve.potentiation().step(u))
        .isCloseTo(curve.depression().step(1 - u), within(1e-15));
    assertThat(device(0).symmetryPoint()).isZero();
  }

  /** The defaults of ExpStepDevice, steps that end or start inside the window, and large ones. */
  @ParameterizedTest
  @CsvSource({
    "0.00081, 0.36833, 12.44625, 12.78785, 0.244, 0.2425",
    "0.5, 0.2, 3, 2, 0.5, 0",
    "0.3, 0.2, -2, -1.5, 0.4, 0.1",
    "0.3, 0.6, -2, -1.5, 0.4, 0.1",
    "-1.18445, -0.081404, 5, 5, -0.5, -0.5"
  })
  void theExpStepIsThatOfAihwkit(
      double aUp, double aDown, double gammaUp, double gammaDown, double a, double b) {
    ToolComparison.assertSame(
        device(-0.2).expStep(aUp, aDown, gammaUp, gammaDown, a, b),
        laws(-0.2).expStep(aUp, aDown, gammaUp, gammaDown, a, b));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0.5, 0.1", "2.5, -0.2", "0, 0"})
  void thePowStepIsThatOfAihwkit(double powGamma, double powUpDown) {
    ToolComparison.assertSame(
        device(0.2).powStep(powGamma, powUpDown), laws(0.2).powStep(powGamma, powUpDown));
  }

  @Test
  void thePiecewiseStepIsThatOfAihwkit() {
    List<Double> up = List.of(1.5, 1.0, 0.25, 0.5);
    List<Double> down = List.of(0.1, 0.9, 1.0, 2.0);
    ToolComparison.assertSame(
        device(0.2).piecewiseStep(up, down), laws(0.2).piecewiseStep(up, down));
  }

  @Test
  void additiveNoiseIsAPartOfDwMinAtEveryWeight() {
    CycleNoise noise = device(0).additiveNoise(3.75);
    assertThat(noise.convention()).isEqualTo(CycleNoise.Convention.RANGE_SQRT_N);
    assertThat(noise.sigma() * (W_MAX - W_MIN)).isCloseTo(3.75 * DW_MIN, within(1e-15));
    assertThatThrownBy(() -> device(0.1).additiveNoise(3.75)).hasMessageContaining("up_down");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, -1, dw_min",
    "NaN, 0, 1, -1, dw_min",
    "0.1, 1, 1, -1, up_down",
    "0.1, NaN, 1, -1, up_down",
    "0.1, 0, -0.5, -1, w_max",
    "0.1, 0, 1, 0.5, w_min",
    "0.1, 0, 0, 0, w_min"
  })
  void numbersThatMakeNoSenseAreRefusedByTheirName(
      double dwMin, double upDown, double wMax, double wMin, String name) {
    assertThatThrownBy(() -> new AihwkitDevice(dwMin, upDown, wMax, wMin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void parametersOfAClassAreRefusedByTheirName() {
    assertThatThrownBy(() -> device(0).linearStep(0.5, 1.5)).hasMessageContaining("gamma_down");
    assertThatThrownBy(() -> device(0).linearStep(Double.NaN, 0)).hasMessageContaining("gamma_up");
    assertThatThrownBy(() -> device(0).powStep(1, 2)).hasMessageContaining("pow_up_down");
    assertThatThrownBy(() -> new AihwkitDevice(0.1, 0, 1, 0).symmetryPoint())
        .hasMessageContaining("w_min < 0 < w_max");
  }
}
