package io.github.remanence.cli.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.cli.page.Browser;
import io.github.remanence.cli.page.ScreenReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the learning experiment as Chromium shows it. */
class LearningPageInBrowserIT {

  @TempDir private Path folder;

  private Browser browser;

  @BeforeEach
  void findBrowser() {
    browser = Browser.find(folder);
  }

  @Test
  void twoFieldsAndSeveralSeedsMakeTheFigureWithErrorBars() throws Exception {
    Browser.Shown shown = browser.show(LearningReports.of(List.of(0.0, 1.0), 3, "train").page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom().split("<canvas", -1)).as("charts, between").hasSize(14);
    assertThat(shown.dom())
        .contains(
            "At a learning rate of 5000 the network tells the kind of 90.2 % of the test images"
                + " after learning",
            "learned at h&nbsp;=&nbsp;1, field removed",
            "Means over 3 seeds; bars are standard deviations.");
  }

  @Test
  void fieldsInBetweenMakeAChartOfTheirOwn() throws Exception {
    Browser.Shown shown =
        browser.show(LearningReports.of(List.of(0.0, 0.5, 1.0), 1, "train").page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom().split("<canvas", -1)).as("charts, between").hasSize(15);
    assertThat(shown.dom()).contains("Accuracy against the field", "One seed: no error bars.");
  }

  @Test
  void oneFieldAloneIsAPageToo() throws Exception {
    Browser.Shown shown = browser.show(LearningReports.of(List.of(1.0), 1, "train").page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom().split("<canvas", -1)).as("charts, between").hasSize(12);
  }

  @Test
  void aHostileFolderIsShownAsTextAndRunsNothing() throws Exception {
    String command = "train --out '</script><b>bold</b><img src=x onerror=alert(1)>'";
    Browser.Shown shown = browser.show(LearningReports.of(List.of(0.0, 1.0), 1, command).page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>", "<img");
  }

  @Test
  void aScreenReaderIsGivenANameForEveryChartTableAndColumn() throws Exception {
    String page = LearningReports.of(List.of(0.0, 0.5, 1.0), 3, "train").page();
    ScreenReader.isGivenAll(browser.accessible(page), 14);
  }

  @Test
  void aPhoneNeedsNotScrollSideways() throws Exception {
    String probe =
        "<script>document.body.dataset.wide ="
            + " document.documentElement.scrollWidth > innerWidth</script></body>";
    String page = LearningReports.of(List.of(0.0, 1.0), 1, "train").page();
    assertThat(browser.show(page.replace("</body>", probe)).dom()).contains("data-wide=\"false\"");
  }
}
