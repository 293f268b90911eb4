package io.github.remanence.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StudyTest {

  private static final Row A = Row.of(StudyTest.class, "a", Map.of());
  private static final Row B = Row.of(StudyTest.class, "b", Map.of());

  private final List<String> calls = new ArrayList<>();

  /** Measures 1, 2, 3 and so on, and not what it is told to fail at. */
  private Build build(String name, Row... failing) {
    return (row, timing, profilers) -> {
      calls.add(name + " " + row.shortName());
      return List.of(failing).contains(row)
          ? new Fork(Optional.empty(), "no compiler")
          : new Fork(Optional.of(element(row, calls.size())), "");
    };
  }

  private static ObjectNode element(Row row, int value) {
    return (ObjectNode)
        new JsonMapper()
            .readTree(
                """
                {"benchmark": "%s", "mode": "avgt", "forks": 1,
                 "primaryMetric": {"rawData": [[%d]]}, "secondaryMetrics": {}}\
                """
                    .formatted(row.benchmark(), value));
  }

  private static Preset rounds(int rounds) {
    return new Preset(List.of(A, B), Timing.SHORT, rounds);
  }

  @Test
  void everyRowHasOneForkInEachRound() {
    Results results =
        new Study(rounds(2), List.of(build("x")), List.of()).run(step -> {}).getFirst();
    assertThat(calls)
        .containsExactly("x StudyTest.a", "x StudyTest.b", "x StudyTest.a", "x StudyTest.b");
    assertThat(results.of(A).orElseThrow().forkMedians()).containsExactly(1, 3);
    assertThat(results.json()).contains("\"forks\" : 2");
  }

  @Test
  void twoBuildsTakeTurnsAndWhoIsFirstChanges() {
    new Study(rounds(2), List.of(build("old"), build("new")), List.of()).run(step -> {});
    assertThat(calls)
        .containsExactly(
            "old StudyTest.a",
            "new StudyTest.a",
            "old StudyTest.b",
            "new StudyTest.b",
            "new StudyTest.a",
            "old StudyTest.a",
            "new StudyTest.b",
            "old StudyTest.b");
  }

  @Test
  void whatFailsIsToldOnceAndLeftOutFromThenOn() {
    List<String> told = new ArrayList<>();
    new Study(rounds(3), List.of(build("x", A)), List.of())
        .run(step -> told.add(step.done() + "/" + step.total() + " " + step.fork().said()));
    assertThat(calls)
        .containsExactly("x StudyTest.a", "x StudyTest.b", "x StudyTest.b", "x StudyTest.b");
    assertThat(told).containsExactly("1/6 no compiler", "2/6 ", "3/4 ", "4/4 ");
  }

  @Test
  void whatWasMeasuredSoFarIsThereAfterEveryFork() {
    List<Integer> rows = new ArrayList<>();
    new Study(rounds(1), List.of(build("x")), List.of())
        .run(step -> rows.add(step.results().getFirst().all().size()));
    assertThat(rows).containsExactly(1, 2);
  }

  @Test
  void rowsOfWhichTheRuleHasNotEnoughGoOnInTurns() {
    List<String> told = new ArrayList<>();
    List<Results> results =
        new Study(rounds(1), List.of(build("old"), build("new")), List.of(), soFar -> Map.of(B, 3))
            .run(step -> told.add(step.done() + "/" + step.total() + " round " + step.round()));
    assertThat(calls.subList(4, calls.size()))
        .containsExactly(
            "new StudyTest.b", "old StudyTest.b", "old StudyTest.b", "new StudyTest.b");
    assertThat(told)
        .containsExactly(
            "1/4 round 1",
            "2/4 round 1",
            "3/4 round 1",
            "4/4 round 1",
            "5/8 round 2",
            "6/8 round 2",
            "7/8 round 3",
            "8/8 round 3");
    assertThat(results)
        .allSatisfy(one -> assertThat(one.of(A).orElseThrow().forks()).hasSize(1))
        .allSatisfy(one -> assertThat(one.of(B).orElseThrow().forks()).hasSize(3));
  }

  @Test
  void aRowThatFailedGetsNoMoreWhateverTheRuleSays() {
    new Study(rounds(1), List.of(build("x", A)), List.of(), soFar -> Map.of(A, 9, B, 2))
        .run(step -> {});
    assertThat(calls).containsExactly("x StudyTest.a", "x StudyTest.b", "x StudyTest.b");
  }

  /** It may think otherwise of a row as more is known of it. */
  @Test
  void theRuleIsAskedAgainAfterEveryFurtherRound() {
    StoppingRule twice =
        soFar -> Map.of(B, soFar.getFirst().of(B).orElseThrow().forks().size() < 3 ? 9 : 0);
    new Study(rounds(1), List.of(build("x")), List.of(), twice).run(step -> {});
    assertThat(calls)
        .containsExactly("x StudyTest.a", "x StudyTest.b", "x StudyTest.b", "x StudyTest.b");
  }
}
