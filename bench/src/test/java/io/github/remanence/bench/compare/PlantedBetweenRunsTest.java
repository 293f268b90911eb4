package io.github.remanence.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.bench.compare.Difference.Verdict;
import io.github.remanence.bench.study.Row;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code bench compare} makes of real noise, of a busy machine, in two runs of twelve forks:
 * in at least 95 of 100 trials a build that is as fast raises no alarm, and a row that is 10 %
 * slower is found, if it lies in the cache, or said to be too noisy.
 */
class PlantedBetweenRunsTest {

  private static final int TRIALS = 100;
  private static final int ENOUGH = 95;

  private static final RecordedPairs BUSY = RecordedPairs.read("busy");

  private static final List<Trial> RUNS =
      IntStream.range(0, TRIALS).mapToObj(seed -> BUSY.twoRuns(new Random(seed))).toList();

  @Test
  void twoRunsOfABuildRaiseNoAlarm() {
    assertThat(RUNS.stream().filter(Trial::alarms).count()).isLessThanOrEqualTo(TRIALS - ENOUGH);
  }

  @Test
  void aSlowdownOfTenPercentIsFoundInTheCache() {
    List<Row> cached =
        BUSY.rows().stream().filter(row -> "256".equals(row.params().get("size"))).toList();
    assertThat(cached)
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(Trial.count(RUNS, row, Verdict.SLOWER)).isGreaterThanOrEqualTo(ENOUGH));
  }

  @Test
  void inMemoryItIsFoundOrTheRowIsSaidToBeTooNoisy() {
    assertThat(BUSY.rows())
        .hasSize(4)
        .allSatisfy(
            row ->
                assertThat(Trial.count(RUNS, row, Verdict.SLOWER, Verdict.TOO_NOISY))
                    .isGreaterThanOrEqualTo(ENOUGH));
  }
}
