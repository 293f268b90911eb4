package io.github.remanence.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.bench.study.Fork;
import io.github.remanence.bench.study.Row;
import io.github.remanence.bench.study.Study;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StudyProgressTest {

  private static final Row ROW = new Row("a.B.c", new TreeMap<>());

  private static String line(Fork fork, Duration sinceStart) {
    return StudyProgress.line(new Study.Step(2, 8, 1, ROW, fork, List.of()), sinceStart);
  }

  @Test
  void theTimeLeftIsThatOfAsManyForksAtTheSpeedSoFar() {
    ObjectNode element =
        (ObjectNode)
            new JsonMapper()
                .readTree(
                    """
                    {"benchmark": "a.B.c", "mode": "avgt", "primaryMetric": {"rawData": [[1]]},
                     "secondaryMetrics": {"perDevice": {"rawData": [[0.12345, 0.12345]]}}}\
                    """);
    Fork fork = new Fork(Optional.of(element), "");
    assertThat(line(fork, Duration.ofSeconds(50)))
        .isEqualTo("2/8, 2 min 30 s left: B.c: 0.1235 ns a device");
    assertThat(line(fork, Duration.ofMinutes(50)))
        .isEqualTo("2/8, 2 h 30 min left: B.c: 0.1235 ns a device");
  }

  @Test
  void aRowThatFailedSaysWhy() {
    assertThat(line(new Fork(Optional.empty(), "no c++"), Duration.ofSeconds(2)))
        .isEqualTo("2/8, 0 min 06 s left: B.c: skipped, no c++");
  }
}
