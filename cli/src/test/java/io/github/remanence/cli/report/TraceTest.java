package io.github.remanence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.Presets;
import io.github.remanence.reference.Bernard2025;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

  private static final double FLOAT32 = 3e-7; // an ulp of a value near 2.7, and its rounding

  @Test
  void depressionWithoutFieldIsThePublishedExponential() {
    assertIsFit(response(0).depression(), Bernard2025::exponentialFit);
  }

  @Test
  void depressionInTheSaturatingFieldIsThePublishedLine() {
    assertIsFit(response(1).depression(), Bernard2025::linearFit);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 1})
  void kernelAndReferenceLieOnEachOther(double field) {
    for (Trace trace : List.of(response(field).depression(), response(field).potentiation())) {
      assertThat(trace.kernel()).hasSameSizeAs(trace.reference()).hasSize(28);
      for (int i = 0; i < 28; i++) {
        assertThat(trace.kernel().get(i)).isCloseTo(trace.reference().get(i), within(FLOAT32));
      }
    }
  }

  @Test
  void potentiationRisesThroughTheWindowOfDepression() {
    FieldResponse response = response(0.5);
    assertThat(response.potentiation().kernel()).isSorted();
    assertThat(response.potentiation().kernel().getFirst())
        .isCloseTo(response.curve().minConductance(), within(FLOAT32));
    assertThat(response.potentiation().kernel().getLast())
        .isCloseTo(response.curve().maxConductance(), within(FLOAT32));
  }

  @Test
  void firstAndLastStepAreFourteenToOneWithoutFieldAndEvenAtSaturation() {
    Trace curve = response(0).depression();
    Trace line = response(1).depression();
    assertThat(curve.firstStep() / curve.lastStep())
        .isCloseTo(Math.exp(26 / 9.741), within(1e-3)); // 14.43
    assertThat(line.firstStep()).isCloseTo(0.021, within(FLOAT32));
    assertThat(line.lastStep()).isCloseTo(0.021, within(FLOAT32));
  }

  @ParameterizedTest
  @CsvSource({"27, 28", "27.5, 29", "0.5, 2", "64, 65", "1000, 65"})
  void pointsAreEvenlySpacedUpToTheEndOfTheWindow(double span, int points) {
    Trace trace = Reports.job(Reports.withPulses(span)).response(0).depression();
    assertThat(trace.pulses()).hasSize(points).isSorted().startsWith(0.0).endsWith(span);
    assertThat(trace.pulses().get(1)).isCloseTo(span / (points - 1), within(1e-6 * span));
  }

  private static void assertIsFit(Trace trace, DoubleUnaryOperator fit) {
    assertThat(trace.pulses()).hasSize(28).startsWith(0.0, 1.0, 2.0).endsWith(27.0);
    for (int x = 0; x <= 27; x++) {
      assertThat(trace.kernel().get(x)).isCloseTo(fit.applyAsDouble(x), within(FLOAT32));
    }
  }

  private static FieldResponse response(double field) {
    return Reports.job(Presets.bernard2025()).response(field);
  }
}
