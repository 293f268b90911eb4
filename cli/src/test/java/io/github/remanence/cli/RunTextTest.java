package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.cli.report.Reports;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunTextTest {

  @Test
  void theTableHasARowForEachUpdateWithAllItsNumbers() {
    String text = RunText.of(Reports.good(), Path.of("report.html"));
    assertThat(text).startsWith("bernard2025, ").contains("The page is report.html");
    assertThat(text.lines().filter(line -> line.startsWith("256 x 256")))
        .hasSize(6)
        .allSatisfy(
            line -> assertThat(line).containsPattern("0\\.100 +80\\.0 +80 % +0\\.70 +33 %$"));
    assertThat(text).contains("33 % of the bound (1.5 ulp of the stored value", "which holds");
  }

  @Test
  void aBrokenBoundIsSaidLoudlyAndEndsWithOne() {
    assertThat(RunText.of(Reports.withWorstShare(1.5), Path.of("p"))).contains("IS BROKEN");
    assertThat(RunCommand.exitCode(Reports.withWorstShare(1.5))).isEqualTo(1);
    assertThat(RunCommand.exitCode(Reports.withWorstShare(Double.NaN))).isEqualTo(1);
    assertThat(RunCommand.exitCode(Reports.good())).isZero();
  }
}
