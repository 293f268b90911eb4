package io.github.remanence.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.cli.page.Browser;
import io.github.remanence.cli.page.ScreenReader;
import io.github.remanence.fit.DeviceFit;
import io.github.remanence.fit.curves.CurvesCsv;
import io.github.remanence.fit.curves.MeasuredCurve;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as Chromium shows it; skipped, and reported as skipped, where there is none. */
class FitPageInBrowserIT {

  @TempDir private Path folder;

  private Browser browser;

  @BeforeEach
  void findBrowser() {
    browser = Browser.find(folder);
  }

  @Test
  void everyChartAndTableIsDrawnWithoutAComplaint() throws Exception {
    Browser.Shown shown = browser.show(ofCurves().page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom().split("<canvas", -1)).as("charts, between").hasSize(8);
    assertThat(shown.dom().split("<caption", -1)).as("tables, between").hasSize(10);
    assertThat(shown.dom())
        .contains("taken: ", "per-step", "s is read from the bend of depression");
  }

  private static FitReport ofCurves() throws Exception {
    Measurements measured = CurvesCsv.read(Files.readString(Path.of("..", "docs", "curves.csv")));
    return FitReport.of(DeviceFit.of(measured, "curves", "tests"), measured, "c.csv", "fit", "1");
  }

  @Test
  void aScreenReaderIsGivenANameForEveryChartTableAndColumn() throws Exception {
    ScreenReader.isGivenAll(browser.accessible(ofCurves().page()), 7);
  }

  @Test
  void aHostileNameIsShownAsTextAndRunsNothing() throws Exception {
    String name = "<img src=x onerror=\"document.title='owned'\"></script><b>bold</b>";
    Browser.Shown shown = browser.show(ofFitNamed(name).page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>", "<img");
  }

  /** A tabulated device of a few points in two fields, which is made at once. */
  private static FitReport ofFitNamed(String name) {
    Measurements measured =
        new Measurements("T", "S", List.of(curve(0, 4, 2, 1), curve(1, 5, 4, 3)));
    DeviceFit fit = DeviceFit.tabulated(measured, name, "tests");
    return FitReport.of(fit, measured, name, "remanence fit", "1");
  }

  private static MeasuredCurve curve(double field, double... values) {
    return new MeasuredCurve(
        field,
        Polarity.DEPRESSION,
        "",
        "",
        IntStream.range(0, values.length)
            .mapToObj(i -> new MeasuredCurve.Point(i, values[i]))
            .toList());
  }
}
