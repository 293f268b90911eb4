package io.github.remanence.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.cli.page.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a study as Chromium shows it. */
class BenchPageInBrowserIT {

  /** Presses the button of the column "ns a device" and says how the first column then reads. */
  private static final String SORTS =
      """
      <script>
      const region = document.querySelector('#limits-table');
      const first = () => [...region.querySelectorAll('tbody tr')].map(r => r.cells[3].textContent);
      const button = region.querySelectorAll('thead button')[3];
      button.click();
      document.body.dataset.ascending = first().join(' ');
      button.click();
      document.body.dataset.descending = first().join(' ');
      document.body.dataset.state = button.parentElement.getAttribute('aria-sort');
      document.body.dataset.wide = document.documentElement.scrollWidth > innerWidth;
      document.body.dataset.fetched = performance.getEntriesByType('resource').length;
      </script></body>\
      """;

  @TempDir private Path folder;

  private Browser browser;

  @BeforeEach
  void findBrowser() {
    browser = Browser.find(folder);
  }

  @Test
  void aRunHasItsRooflinesAndSweepsAndFetchesNothing() throws Exception {
    Browser.Shown shown = browser.show(BenchReports.one().page().replace("</body>", SORTS));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    // Four rooflines, a size sweep, and fields and threads of two sizes each.
    assertThat(shown.dom().split("<canvas", -1)).as("charts, between").hasSize(1 + 4 + 1 + 2 + 2);
    assertThat(shown.dom())
        .contains("Nearest to its limit: ", "data-wide=\"false\"", "data-fetched=\"0\"")
        .contains("int8 counts", "peer / Remanence");
  }

  @Test
  void theButtonsOfATableSortItByNumber() throws Exception {
    Browser.Shown shown = browser.show(BenchReports.one().page().replace("</body>", SORTS));
    String twelve = "%s %<s %<s";
    String ascending =
        "%s %s %s %s"
            .formatted(
                twelve.formatted("0.0606") + " " + twelve.formatted("0.0606"),
                twelve.formatted("0.101") + " " + twelve.formatted("0.101"),
                twelve.formatted("0.121") + " " + twelve.formatted("0.121"),
                twelve.formatted("0.202") + " " + twelve.formatted("0.202"));
    assertThat(shown.dom())
        .contains("data-ascending=\"" + ascending + "\"")
        .contains("data-state=\"descending\"")
        .containsPattern("data-descending=\"0\\.202 .* 0\\.0606\"");
  }

  @Test
  void twoRunsHaveAHistoryAndAComparisonWithIntervals() throws Exception {
    Browser.Shown shown = browser.show(BenchReports.two("old.json").page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom())
        .contains("12 of 24 benchmarks became slower", "class=\"interval slower\"")
        .contains("The machine's own ceilings took 1.00 times as long")
        .contains("Runs, size 256", "Runs, size 4096");
  }

  @Test
  void scalingHasItsChartsTablesAndModel() throws Exception {
    Browser.Shown shown = browser.show(BenchReports.scalingReport().page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom())
        .contains("times as fast", "Memory over size", "Expected, not measured")
        .contains("machines exchange nothing in an update");
  }

  @Test
  void aHostileNameIsShownAsTextAndRunsNothing() throws Exception {
    String name = "<img src=x onerror=alert(1)>-<b>bold<b>.json";
    Browser.Shown shown = browser.show(BenchReports.two(name).page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("&lt;b&gt;bold").doesNotContain("<b>bold", "<img");
  }
}
