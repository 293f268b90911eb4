package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.cli.bench.BenchFiles;
import io.github.remanence.cli.bench.BenchReport;
import io.github.remanence.cli.bench.BenchReports;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchTextTest {

  private static String text(BenchReport.Run run) {
    return BenchText.of(run, new BenchFiles(Path.of("bench.json")));
  }

  @Test
  void sharesThatAreNotPossibleAreNotShownWithoutAWord() {
    assertThat(text(BenchReports.disturbedRun()))
        .contains("1667 %")
        .contains("\nSomething slowed ceilings down while they were measured: ")
        .contains("The shares of this run cannot be trusted; run it again.");
  }

  @Test
  void sharesThatArePossibleNeedNone() {
    assertThat(text(BenchReports.soundRun())).contains("83 %").doesNotContain("Something slowed");
  }
}
