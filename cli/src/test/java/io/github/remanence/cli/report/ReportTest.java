package io.github.remanence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.json.DeviceJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "1.0000001, false", "NaN, false", "Infinity, false"})
  void theBoundIsKeptUpToAShareOfOne(double share, boolean kept) {
    Report report = Reports.withWorstShare(share);
    assertThat(report.worstShare())
        .isEqualTo(Double.valueOf(share)); // boxed, so that NaN equals NaN
    assertThat(report.boundKept()).isEqualTo(kept);
  }

  @Test
  void noUpdatesKeepNoBound() {
    Report report =
        Report.of(Reports.job(Presets.bernard2025()), "command", "1", List.of(), List.of());
    assertThat(report.boundKept()).isFalse();
  }

  @Test
  void theDeviceCanBeReadBack() {
    String json = Reports.good().device().toString();
    assertThat(DeviceJson.read(json)).isEqualTo(Presets.bernard2025());
  }

  @ParameterizedTest
  @CsvSource({"27, 5", "1, 1", "100, 20", "1000000, 127"})
  void anUpdateHasAFifthOfThePulsesThatSpanTheWindowWithinASignedByte(double span, int train) {
    assertThat(Reports.job(Reports.withPulses(span)).train()).isEqualTo(train);
  }
}
