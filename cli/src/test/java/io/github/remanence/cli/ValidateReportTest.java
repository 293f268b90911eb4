package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.validate.Bound;
import io.github.remanence.validate.Machine;
import io.github.remanence.validate.Table;
import io.github.remanence.validate.ValidationReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidateReportTest {

  @Test
  void aBoundThatHoldsIsExitCodeZero() {
    ValidateReport report = report(1);
    assertThat(report.exitCode()).isZero();
    assertThat(report.text()).contains("100 % of it: holds").endsWith("all bounds hold");
  }

  @Test
  void aBrokenBoundIsExitCodeOneAndNamed() {
    ValidateReport report = report(1.01);
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.text()).contains("101 % of it: BROKEN").endsWith("BROKEN BOUNDS: some-table");
  }

  @Test
  void noNumberIsABrokenBound() {
    assertThat(report(Double.NaN).exitCode()).isEqualTo(1);
  }

  private static ValidateReport report(double share) {
    Table table =
        new Table(
            "some-table",
            "Is it so?",
            Bound.UPDATE,
            List.of("backend", "worst at", "share"),
            List.of(new Table.Row(List.of("scalar", "far away", share), share)));
    return ValidateReport.of(
        new ValidationReport(Machine.here(), List.of("scalar"), Instant.EPOCH, List.of(table)),
        List.of());
  }
}
