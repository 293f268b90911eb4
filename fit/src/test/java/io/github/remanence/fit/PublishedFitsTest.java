package io.github.remanence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.fit.curves.MeasuredCurve;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.field.FieldState;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The two fits of Bernard et al. (2025), w(x) = 1.530 exp(-x / 9.741) + 0.750 and w(x) = 2.742 -
 * 0.021 x for x in 0..27, from their points: written out here, so that nothing of ours made them.
 */
class PublishedFitsTest {

  private static final double NU = 27 / 9.741;

  private static MeasuredCurve curve(double field, DoubleUnaryOperator w) {
    return new MeasuredCurve(
        field,
        Polarity.DEPRESSION,
        "",
        "",
        IntStream.rangeClosed(0, 27)
            .mapToObj(x -> new MeasuredCurve.Point(x, w.applyAsDouble(x)))
            .toList());
  }

  private static final DeviceFit FIT =
      DeviceFit.of(
          new Measurements(
              "",
              "a.u.",
              List.of(
                  curve(0, x -> 1.530 * Math.exp(-x / 9.741) + 0.750),
                  curve(1, x -> 2.742 - 0.021 * x))),
          "bernard",
          "the published fits");

  @Test
  void withoutAFieldItIsThePublishedExponential() {
    DeviceCurve curve = FIT.model().zeroField();
    assertThat(curve.maxConductance()).isCloseTo(2.280, within(1e-7));
    assertThat(curve.minConductance()).isCloseTo(1.530 * Math.exp(-NU) + 0.750, within(1e-7));
    assertThat(((Exponential) curve.depression()).pulses()).isEqualTo(27);
    assertThat(((Exponential) curve.depression()).nonlinearity()).isCloseTo(NU, within(1e-6));
  }

  @Test
  void atSaturationItIsThePublishedLine() {
    DeviceCurve curve = FIT.model().saturated();
    assertThat(curve.maxConductance()).isCloseTo(2.742, within(1e-7));
    assertThat(curve.minConductance()).isCloseTo(2.742 - 0.021 * 27, within(1e-7));
    assertThat(((Exponential) curve.depression()).nonlinearity()).isCloseTo(0, within(1e-6));
  }

  @Test
  void betweenThemSRisesFromNoneToAll() {
    assertThat(FIT.law().from()).isEqualTo("bend of depression");
    assertThat(FIT.model().linearisation().at(0)).isZero();
    assertThat(FIT.model().linearisation().at(0.5)).isCloseTo(0.5, within(1e-9));
    assertThat(FIT.model().linearisation().at(1)).isEqualTo(1);
    DeviceCurve half = FIT.model().curveIn(FieldState.at(0.5));
    assertThat(((Exponential) half.depression()).nonlinearity()).isCloseTo(NU / 2, within(1e-6));
  }

  @Test
  void whatWasNotMeasuredIsSaid() {
    assertThat(FIT.notes()).anyMatch(note -> note.startsWith("potentiation was not measured"));
    assertThat(FIT.model().zeroField().potentiation())
        .isEqualTo(FIT.model().zeroField().depression());
    assertThat(FIT.model().nonIdealities().variation().isNone()).isTrue();
    assertThat(FIT.model().nonIdealities().cycleNoise().isNone()).isTrue();
  }
}
