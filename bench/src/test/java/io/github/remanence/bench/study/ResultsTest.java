package io.github.remanence.bench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ResultsTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static String threeForks() throws IOException {
    try (var in = ResultsTest.class.getResourceAsStream("three-forks.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** JMH wrote the file after three forks of its own; taken apart and joined it is the same. */
  @Test
  void forksThatAreAddedOneByOneGiveWhatJmhWritesOfAll() throws IOException {
    JsonNode written = MAPPER.readTree(threeForks());
    Results results = new Results();
    for (JsonNode element : written) {
      for (int fork = 0; fork < 3; fork++) {
        results.add(only((ObjectNode) element, fork));
      }
    }
    assertThat(MAPPER.readTree(results.json())).isEqualTo(written);
  }

  private static ObjectNode only(ObjectNode element, int fork) {
    ObjectNode one = element.deepCopy();
    one.put("forks", 1);
    keep((ObjectNode) one.get("primaryMetric"), fork);
    one.get("secondaryMetrics").forEach(metric -> keep((ObjectNode) metric, fork));
    return one;
  }

  private static void keep(ObjectNode metric, int fork) {
    JsonNode kept = metric.get("rawData").get(fork);
    ArrayNode forks = metric.putArray("rawData");
    forks.add(kept);
  }

  @Test
  void bytesADeviceAreExact() throws IOException {
    assertThat(Results.parse(threeForks()).all())
        .hasSize(2)
        .allSatisfy(
            result -> assertThat(result.bytesPerDevice().orElseThrow()).isEqualTo(8, within(1e-9)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{}", "[]", "[1]", "[{\"benchmark\": \"a.B.c\"}]"})
  void whatJmhHasNotWrittenIsRefused(String text) {
    assertThatThrownBy(() -> Results.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected what JMH writes with -rf json");
  }
}
