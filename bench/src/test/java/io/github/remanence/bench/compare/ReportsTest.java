package io.github.remanence.bench.compare;

import static io.github.remanence.bench.compare.JmhJson.INT8;
import static io.github.remanence.bench.compare.JmhJson.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What is written down for those who were not there. */
class ReportsTest {

  private static final Map<String, String> PARAMS = Map.of("size", "<&'>");

  private final Comparison comparison =
      Comparison.of(
          new JmhJson()
              .time(UNIFORM, PARAMS, 100, 101, 99)
              .time(INT8, Map.of("size", "1"), 1, 1.01, 0.99)
              .time(INT8, Map.of("size", "2"), 1, 1.5, 0.7)
              .results(),
          new JmhJson()
              .time(UNIFORM, PARAMS, 120, 121, 119)
              .time(INT8, Map.of("size", "1"), 1, 1.01, 0.99)
              .time(INT8, Map.of("size", "2"), 1, 1.5, 0.7)
              .results(),
          0.02,
          false);

  private Element suite() throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JUnitXml.of(comparison))))
        .getDocumentElement();
  }

  @Test
  void aSlowerRowIsAFailedTestAndTheOthersPass() throws Exception {
    Element suite = suite();
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element failed = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failed.getAttribute("message"))
        .startsWith("slower: takes 1.200 times as long")
        .containsPattern("; finds slowdowns of 1\\.0\\d\\d and more$");
    Element test = (Element) failed.getParentNode();
    assertThat(test.getAttribute("name")).isEqualTo("UniformUpdateBenchmark.update size=<&'>");
    assertThat(test.getAttribute("classname")).endsWith("bench.UniformUpdateBenchmark");
  }

  @Test
  void aRowThatIsTooNoisyHasTestedNothing() throws Exception {
    Element suite = suite();
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    Element skipped = (Element) suite.getElementsByTagName("skipped").item(0);
    assertThat(((Element) skipped.getParentNode()).getAttribute("name")).endsWith("size=2");
    assertThat(skipped.getAttribute("message"))
        .startsWith("too noisy to tell: takes 1.000 times as long")
        .containsPattern("; finds slowdowns of [\\d.e+]+ and more$");
    Element passed = (Element) suite.getElementsByTagName("system-out").item(0);
    assertThat(passed.getTextContent()).startsWith("no difference shown: takes 1.000 times");
  }

  @Test
  void theTableBeginsWithTheSlowestAndSaysWhatEachRowFinds() {
    assertThat(Markdown.of(comparison, "old.json", "new.json").lines().toList())
        .startsWith("## 1 of 3 benchmarks became slower; 1 too noisy to show one of 10 %")
        .anyMatch(line -> line.matches("\\| Uniform.*\\| 1\\.200 \\| .* \\*\\*slower\\*\\* \\|"))
        .anyMatch(
            line ->
                line.matches("\\| PerDevice.*\\| 1\\.000 \\| .*\\| 1\\.0\\d\\d \\| 3, 3 \\|  \\|"))
        .anyMatch(line -> line.matches("\\| PerDevice.*\\| 3, 3 \\| too noisy to tell \\|"));
  }

  @Test
  void aTableHasAsManyCellsInEveryRow() {
    JmhJson more = new JmhJson().time(UNIFORM, Map.of(), 1, 2);
    Comparison other =
        Comparison.of(
            more.results(), more.time(INT8, Map.of("size", "1"), 1, 2).results(), 0.02, false);
    assertThat(Markdown.of(other, "a", "b").lines().filter(line -> line.startsWith("|")))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(9));
  }
}
