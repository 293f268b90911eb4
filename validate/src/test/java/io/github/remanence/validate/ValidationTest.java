package io.github.remanence.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.Backend;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real thing, once: some ten seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidationTest {

  private final List<String> progress = new ArrayList<>();
  private ValidationReport report;

  @BeforeAll
  void run() {
    report =
        Validation.run(
            Coverage.SAMPLE,
            (done, total, title) -> progress.add(done + "/" + total + " " + title));
  }

  @Test
  void everyBoundHolds() {
    for (Table table : report.tables()) {
      assertThat(table.worstShare()).as(table.title()).isLessThanOrEqualTo(1);
    }
    assertThat(report.passed()).isTrue();
  }

  @Test
  void everyTableHasRowsAndANameOfItsOwn() {
    assertThat(report.tables()).isNotEmpty().allMatch(table -> !table.rows().isEmpty());
    assertThat(new HashSet<>(report.tables().stream().map(Table::name).toList()))
        .hasSameSizeAs(report.tables());
  }

  @Test
  void everyBoundIsMeasuredByATable() {
    assertThat(report.tables()).extracting(Table::bound).contains(Bound.values());
  }

  @Test
  void everyBackendIsNamed() {
    assertThat(report.backends()).hasSameSizeAs(Backend.values());
    assertThat(report.backends().getFirst()).startsWith("scalar");
  }

  @Test
  void progressCountsTheTables() {
    int total = report.tables().size();
    assertThat(progress).hasSize(total);
    assertThat(progress.getFirst()).startsWith("0/" + total + " Accuracy");
    assertThat(progress.getLast()).startsWith((total - 1) + "/" + total + " Drift");
  }

  @Test
  void stepsBelowHalfAnUlpAreLostAndTheTableShowsIt() {
    Table drift = report.tables().getLast();
    Object errorOfStep = drift.rows().getLast().cells().get(drift.columns().indexOf("error/step"));
    assertThat((Double) errorOfStep).isGreaterThan(0.99);
  }

  @Test
  void aReportWithoutTablesDoesNotPass() {
    assertThat(
            new ValidationReport(report.machine(), report.backends(), report.date(), List.of())
                .passed())
        .isFalse();
  }
}
