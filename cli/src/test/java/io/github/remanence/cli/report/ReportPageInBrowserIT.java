package io.github.remanence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.cli.page.Browser;
import io.github.remanence.cli.page.ScreenReader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as Chromium shows it; skipped, and reported as skipped, where there is none. */
class ReportPageInBrowserIT {

  @TempDir private Path folder;

  private Browser browser;

  @BeforeEach
  void findBrowser() {
    browser = Browser.find(folder);
  }

  @Test
  void everyChartAndTableIsDrawnWithoutAComplaint() throws Exception {
    Browser.Shown shown = browser.show(ReportPage.of(Reports.good()));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom().split("<canvas", -1)).as("charts, between").hasSize(9);
    assertThat(shown.dom().split("<caption", -1)).as("tables, between").hasSize(11);
    assertThat(shown.dom())
        .contains("Depression: from a curve to a line", "kept its stated bound of error");
  }

  @Test
  void aHostileNameIsShownAsTextAndRunsNothing() throws Exception {
    String name = "<img src=x onerror=\"document.title='owned'\"></script><b>bold</b>";
    Browser.Shown shown = browser.show(ReportPage.of(Reports.ofDeviceNamed(name)));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>", "<img");
  }

  @Test
  void aBrokenBoundAndErrorsThatAreNoNumbersStillMakeAPage() throws Exception {
    Browser.Shown shown = browser.show(ReportPage.of(Reports.withWorstShare(Double.NaN)));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("An update broke its stated bound");
  }

  @Test
  void aPhoneNeedsNotScrollSideways() throws Exception {
    String probe =
        "<script>document.body.dataset.wide ="
            + " document.documentElement.scrollWidth > innerWidth</script></body>";
    Browser.Shown shown = browser.show(ReportPage.of(Reports.good()).replace("</body>", probe));
    assertThat(shown.dom()).contains("data-wide=\"false\"");
  }

  @Test
  void aScreenReaderIsGivenANameForEveryChartTableAndColumn() throws Exception {
    ScreenReader.isGivenAll(browser.accessible(ReportPage.of(Reports.good())), 8);
  }
}
