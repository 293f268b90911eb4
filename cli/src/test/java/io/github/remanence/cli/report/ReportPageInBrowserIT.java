package io.github.remanence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.fit.CurvesCsv;
import io.github.remanence.fit.DeviceFit;
import io.github.remanence.fit.Measurements;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as Chromium shows it; skipped, and reported as skipped, where there is none. */
class ReportPageInBrowserIT {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static Optional<Path> browser = Optional.empty();

  @TempDir private Path folder;

  @BeforeAll
  static void findBrowser() {
    browser =
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(browser.isPresent(), "no chromium on the PATH, so the page was not shown");
  }

  @Test
  void everyChartAndTableIsDrawnWithoutAComplaint() throws Exception {
    Shown shown = show(ReportPage.of(Reports.good()));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom().split("<canvas", -1)).as("charts, between").hasSize(9);
    assertThat(shown.dom().split("<caption", -1)).as("tables, between").hasSize(11);
    assertThat(shown.dom())
        .contains("Depression: from a curve to a line", "kept its stated bound of error");
  }

  @Test
  void aHostileNameIsShownAsTextAndRunsNothing() throws Exception {
    String name = "<img src=x onerror=\"document.title='owned'\"></script><b>bold</b>";
    Shown shown = show(ReportPage.of(Reports.ofDeviceNamed(name)));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>", "<img");
  }

  @Test
  void everyChartAndTableOfAFitIsDrawnWithoutAComplaint() throws Exception {
    String csv = Files.readString(Path.of("..", "docs", "curves.csv"));
    Measurements measured = CurvesCsv.read(csv);
    FitReport fit =
        FitReport.of(DeviceFit.of(measured, "curves", "tests"), measured, "c.csv", "fit", "1");
    Shown shown = show(ReportPage.of(fit));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom().split("<canvas", -1)).as("charts, between").hasSize(8);
    assertThat(shown.dom().split("<caption", -1)).as("tables, between").hasSize(10);
    assertThat(shown.dom())
        .contains("taken: ", "per-step", "s is read from the bend of depression");
  }

  @Test
  void aHostileNameOfAFitIsShownAsTextAndRunsNothing() throws Exception {
    String name = "<img src=x onerror=\"document.title='owned'\"></script><b>bold</b>";
    Shown shown = show(ReportPage.of(Reports.ofFitNamed(name)));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>", "<img");
  }

  @Test
  void aBrokenBoundAndErrorsThatAreNoNumbersStillMakeAPage() throws Exception {
    Shown shown = show(ReportPage.of(Reports.withWorstShare(Double.NaN)));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("An update broke its stated bound");
  }

  @Test
  void aPhoneNeedsNotScrollSideways() throws Exception {
    String probe =
        "<script>document.body.dataset.wide ="
            + " document.documentElement.scrollWidth > innerWidth</script></body>";
    Shown shown = show(ReportPage.of(Reports.good()).replace("</body>", probe));
    assertThat(shown.dom()).contains("data-wide=\"false\"");
  }

  /** The document after its scripts have run, and what the browser had to say. */
  private record Shown(String dom, String complaints) {}

  private Shown show(String page) throws IOException, InterruptedException {
    Path html = Files.writeString(folder.resolve("page.html"), page);
    Path dom = folder.resolve("dom");
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>(List.of(browser.orElseThrow().toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.resolve("profile"),
            "--window-size=390,844",
            "--enable-logging=stderr",
            "--virtual-time-budget=5000",
            "--dump-dom",
            html.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    return new Shown(Files.readString(dom), Files.readString(log));
  }
}
