package io.github.remanence.bench.compare;

import static io.github.remanence.bench.compare.JmhJson.INT8;
import static io.github.remanence.bench.compare.JmhJson.SCALE;
import static io.github.remanence.bench.compare.JmhJson.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UntilFoundTest {

  private static final Map<String, String> SMALL = Map.of("size", "256");
  private static final double[] STEADY = {100, 101, 99, 100, 101, 99};
  private static final double[] WILD = {100, 110, 92, 104, 97, 108};
  private static final UntilFound RULE = new UntilFound(0.02, 50);

  private static Map<String, Integer> forks(UntilFound rule, Results older, Results newer) {
    return rule.forks(List.of(older, newer)).entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().shortName(), Map.Entry::getValue));
  }

  private static Results results(double[] uniform, double[] int8) {
    return new JmhJson().time(UNIFORM, SMALL, uniform).time(INT8, SMALL, int8).results();
  }

  private static double[] times(double factor, double[] values) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }

  @Test
  void whatIsSteadyHasEnoughAndWhatIsNotGoesOn() {
    Map<String, Integer> forks = forks(RULE, results(STEADY, STEADY), results(STEADY, WILD));
    assertThat(forks.get("UniformUpdateBenchmark.update")).isEqualTo(6);
    assertThat(forks.get("PerDeviceUpdateBenchmark.update")).isBetween(7, 49);
  }

  @Test
  void itEndsWithTheMost() {
    Map<String, Integer> forks =
        forks(new UntilFound(0.02, 8), results(STEADY, STEADY), results(STEADY, WILD));
    assertThat(forks).containsEntry("PerDeviceUpdateBenchmark.update", 8);
  }

  /** Else a difference would be found in everything, sooner or later. */
  @Test
  void howFastTheyAreMakesNoDifference() {
    Map<String, Integer> same = forks(RULE, results(STEADY, STEADY), results(STEADY, WILD));
    Map<String, Integer> slower =
        forks(RULE, results(STEADY, STEADY), results(times(1.1, STEADY), times(3, WILD)));
    assertThat(slower).isEqualTo(same);
  }

  /** The report says of no row that it is too noisy of which there was enough, and the reverse. */
  @Test
  void itGoesOnWithTheRowsThatTheReportCallsTooNoisy() {
    Results older = results(STEADY, STEADY);
    Results newer = results(STEADY, WILD);
    List<Row> tooNoisy =
        Comparison.of(older, newer, 0.02, true).tooNoisy().stream().map(Difference::row).toList();
    assertThat(RULE.forks(List.of(older, newer)))
        .hasSize(2)
        .allSatisfy((row, forks) -> assertThat(forks > 6).isEqualTo(tooNoisy.contains(row)));
  }

  @Test
  void ceilingsAreNotJudgedAndNeedNoPairs() {
    Results older = new JmhJson().time(UNIFORM, SMALL, STEADY).time(SCALE, SMALL, WILD).results();
    assertThat(RULE.forks(List.of(older, older))).hasSize(1);
  }
}
