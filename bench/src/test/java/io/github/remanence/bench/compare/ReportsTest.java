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
              .results(),
          new JmhJson()
              .time(UNIFORM, PARAMS, 120, 121, 119)
              .time(INT8, Map.of("size", "1"), 1, 1.01, 0.99)
              .results(),
          0.02,
          false);

  @Test
  void aSlowerRowIsAFailedTestAndTheOthersPass() throws Exception {
    Element suite =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitXml.of(comparison))))
            .getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element failed = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failed.getAttribute("message")).startsWith("takes 1.200 times as long");
    Element test = (Element) failed.getParentNode();
    assertThat(test.getAttribute("name")).isEqualTo("UniformUpdateBenchmark.update size=<&'>");
    assertThat(test.getAttribute("classname")).endsWith("bench.UniformUpdateBenchmark");
  }

  @Test
  void theTableBeginsWithTheSlowest() {
    assertThat(Markdown.of(comparison, "old.json", "new.json").lines().toList())
        .startsWith("## 1 of 2 benchmarks became slower")
        .anyMatch(line -> line.matches("\\| Uniform.*\\| 1\\.200 \\| .* \\*\\*slower\\*\\* \\|"))
        .anyMatch(line -> line.matches("\\| PerDevice.*\\| 1\\.000 \\| .* 3, 3 \\|  \\|"));
  }
}
