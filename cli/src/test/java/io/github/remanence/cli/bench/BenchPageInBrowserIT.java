package io.github.remanence.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.cli.page.AccessibleNode;
import io.github.remanence.cli.page.Browser;
import io.github.remanence.cli.page.ScreenReader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
      document.body.dataset.state = [...region.querySelectorAll('thead th')].map(h => h.getAttribute('aria-sort')).join(' ');
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
        .contains("data-state=\"none none none descending" + " none".repeat(8) + "\"")
        .containsPattern("data-descending=\"0\\.202 .* 0\\.0606\"");
  }

  @Test
  void twoRunsHaveAHistoryAndAComparisonWithIntervals() throws Exception {
    Browser.Shown shown = browser.show(BenchReports.two("old.json").page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom())
        .contains("12 of 24 benchmarks became slower", "class=\"interval slower\"")
        .contains("type=\"button\">finds</button>", "A row finds slowdowns of the ratio")
        .contains("The machine's own ceilings took 1.00 times as long")
        .contains("Runs, size 256", "Runs, size 4096");
  }

  @Test
  void aComparisonThatIsTooNoisyHasNoTick() throws Exception {
    Browser.Shown shown = browser.show(BenchReports.noisy().page());
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom())
        .contains("class=\"verdict unsure\"", ">too noisy to tell</span>")
        .contains("No regression shown among 1 benchmarks; 1 too noisy to show one of 10 %");
  }

  /** As two builds by turns have none. */
  @Test
  void aRunWithoutCeilingsSaysNothingOfLimits() throws Exception {
    assertThat(browser.show(BenchReports.noisy().page()).dom())
        .contains(">Each form</h2>", "id=\"limits-explained\" hidden", ">ns a device</button>")
        .doesNotContain(">share</button>", ">limit</button>");
    assertThat(browser.show(BenchReports.one().page()).dom())
        .contains(">What limits each form</h2>", ">share</button>", ">limit</button>")
        .doesNotContain("id=\"limits-explained\" hidden");
  }

  @Test
  void theFirstLinesAreOfOneOfSeveralBackends() throws Exception {
    assertThat(browser.show(BenchReports.withScalar().page()).dom())
        .contains("Of the backend vector, nearest to its limit: ", "Farthest: \"int8 counts\" (")
        .doesNotContain("takes 11");
  }

  /** Whether the first lines and both warnings are seen. */
  private static final String WARNS =
      """
      <script>
      document.body.dataset.warned = ['summary', 'limits-warning', 'comparison-warning']
        .filter(id => place(id).offsetParent && place(id).textContent.includes('Something slowed')).join(' ');
      </script></body>\
      """;

  @Test
  void aRunWithDisturbedCeilingsSaysSoWhereItsSharesAre() throws Exception {
    Browser.Shown shown = browser.show(BenchReports.disturbed().page().replace("</body>", WARNS));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom())
        .contains("data-warned=\"summary limits-warning comparison-warning\"")
        .contains("disturbed.json: Something slowed");
  }

  @Test
  void aRunWithSoundCeilingsSaysNothingOfThem() throws Exception {
    String page = BenchReports.two("old.json").page().replace("</body>", WARNS);
    assertThat(browser.show(page).dom()).contains("data-warned=\"\"");
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

  /** Words of ten points that lie as near to each other as points of a roofline ever do. */
  private static final String CROWDS =
      """
      <script>
      const boxes = [];
      const fillText = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        const half = this.measureText(text).width / 2;
        if (text.startsWith('form-')) boxes.push({ left: x - half, right: x + half, top: y - 5, bottom: y + 5 });
        fillText.call(this, text, x, y);
      };
      const values = [1, 2, 3, 4];
      const figure10 = element('figure');
      document.body.append(figure10);
      drawChart(figure10, {
        description: '10 points', x: { label: 'x', values }, y: { label: 'y', from: 0, to: 4 },
        lines: [{ kind: 'marks', label: 'measured', t: 0, values: [null, 2, 2, null],
          notes: Array.from({ length: 10 }, (_, k) => ({ i: 1 + k % 2, value: 2 + k / 50, text: `form-${k}` })) }],
      });
      setTimeout(() => { // a frame may never come before the page is taken down
        document.body.dataset.words = boxes.length;
        document.body.dataset.overlaps = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => shared(a, b) > 0)).length;
      }, 1000);
      </script></body>\
      """;

  @Test
  void wordsAtPointsThatLieTogetherDoNotOverlap() throws Exception {
    Browser.Shown shown = browser.show(BenchReports.one().page().replace("</body>", CROWDS));
    assertThat(shown.complaints()).doesNotContain("CONSOLE");
    assertThat(shown.dom()).contains("data-words=\"10\"", "data-overlaps=\"0\"");
  }

  /** Sabotage: words that do not remember where the others are. */
  @Test
  void wordsThatOverlapAreNoticed() throws Exception {
    String page = BenchReports.one().page();
    String remembers = "taken.push(box);";
    assertThat(page).contains(remembers);
    Browser.Shown shown = browser.show(page.replace(remembers, "").replace("</body>", CROWDS));
    assertThat(shown.dom())
        .contains("data-words=\"10\"")
        .containsPattern("data-overlaps=\"[1-9]\\d*\"");
  }

  @Test
  void aScreenReaderIsGivenANameForEveryChartTableAndColumn() throws Exception {
    ScreenReader.isGivenAll(browser.accessible(BenchReports.two("old.json").page()), 5 + 4 + 2);
    ScreenReader.isGivenAll(browser.accessible(BenchReports.scalingReport().page()), 7);
  }

  /** No name, an arrow in a name, no caption. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"aria-label|data-label", "` / \"\"`|``", "element('caption'|element('p'"})
  void whatItIsNotGivenIsNoticed(String right, String wrong) throws Exception {
    String page = BenchReports.one().page();
    assertThat(page).contains(right);
    AccessibleNode given = browser.accessible(page.replace(right, wrong));
    assertThatThrownBy(() -> ScreenReader.isGivenAll(given, 9)).isInstanceOf(AssertionError.class);
  }
}
