package io.github.remanence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportPageTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  @Test
  void thePageHoldsTheWholeReport() {
    Report report = Reports.good();
    assertThat(dataOf(ReportPage.of(report)))
        .isEqualTo(MAPPER.readTree(MAPPER.writeValueAsString(report)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "<img src=x onerror=alert(1)>",
        "$1 \\ {{page.js}} {{data}}",
        "'; \" & \u2028 \u00e9\u20ac"
      })
  void aHostileNameStaysDataAndComesBackUnchanged(String name) {
    String page = ReportPage.of(Reports.ofDeviceNamed(name));
    assertThat(rawDataOf(page)).doesNotContain("<");
    assertThat(dataOf(page).get("device").get("name").asString()).isEqualTo(name);
    assertThat(withoutData(page)).isEqualTo(withoutData(ReportPage.of(Reports.good())));
  }

  @Test
  void nothingIsLoaded() {
    String page = ReportPage.of(Reports.good());
    assertThat(page).contains("Content-Security-Policy\" content=\"default-src 'none';");
    assertThat(page)
        .doesNotContain(
            "<link", "@import", "url(", "fetch(", "XMLHttpRequest", "WebSocket", "import(")
        .doesNotContainPattern("\\s(src|href)\\s*=\\s*[\"']?+(?!#)");
    // The one address is a comment in uPlot that says where it comes from.
    assertThat(page.split("https?://", -1)).hasSize(2);
  }

  @Test
  void everyPlaceholderIsFilled() {
    assertThat(ReportPage.of(Reports.good())).doesNotContainPattern("\\{\\{[\\w./]+}}");
  }

  @Test
  void thePageOfAFitIsFilledAndLoadsNothing() {
    FitReport report = Reports.ofFitNamed("</script>{{data}}");
    String page = ReportPage.of(report);
    assertThat(dataOf(page)).isEqualTo(MAPPER.readTree(MAPPER.writeValueAsString(report)));
    assertThat(withoutData(page))
        .contains("Content-Security-Policy\" content=\"default-src 'none';")
        .doesNotContainPattern("\\{\\{[\\w./]+}}")
        .doesNotContainPattern("\\s(src|href)\\s*=\\s*[\"']?+(?!#)");
  }

  @Test
  void thePageIsSmallEnoughToMail() {
    assertThat(ReportPage.of(Reports.good()).length()).isLessThan(200_000);
  }

  @Test
  void anErrorThatIsNotANumberReachesThePageAsAWord() {
    JsonNode data = dataOf(ReportPage.of(Reports.withWorstShare(Double.NaN)));
    assertThat(data.get("boundKept").asBoolean()).isFalse();
    assertThat(data.get("worstShare").asString()).isEqualTo("NaN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uPlot.iife.min.js", "uPlot.min.css"})
  void uPlotIsTheOneThatItsReadmeNames(String file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(resource("uplot/" + file));
    String readme = new String(resource("uplot/README.md"), StandardCharsets.UTF_8);
    assertThat(readme).contains(HexFormat.of().formatHex(digest) + "  " + file);
  }

  private static JsonNode dataOf(String page) {
    return MAPPER.readTree(rawDataOf(page));
  }

  private static String rawDataOf(String page) {
    Matcher found = DATA.matcher(page);
    assertThat(found.find()).as("the page has a data element").isTrue();
    return found.group(1);
  }

  private static String withoutData(String page) {
    return DATA.matcher(page).replaceFirst("");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
