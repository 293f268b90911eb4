package io.github.remanence.bench.quick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopwatchTest {

  private final FakeClock clock = new FakeClock();
  private final Stopwatch stopwatch = new Stopwatch(clock);

  @Test
  void timeIsThatOfOnePassHoweverManyMakeASample() {
    List<Samples> samples =
        stopwatch.time(List.of(clock.candidate("short", 3), clock.candidate("long", 5_000_000)));
    assertThat(samples.get(0).median()).isEqualTo(3);
    assertThat(samples.get(1).median()).isEqualTo(5_000_000);
  }

  @Test
  void candidatesTakeTurnsInEveryRound() {
    stopwatch.time(List.of(clock.candidate("a", 1000), clock.candidate("b", 1000)));
    List<String> lastTen = clock.worked.subList(clock.worked.size() - 10, clock.worked.size());
    assertThat(lastTen).containsExactly("a", "b", "a", "b", "a", "b", "a", "b", "a", "b");
  }

  @Test
  void slowTurnsBeforeTheLastCompilationAreNotSampled() {
    Samples samples =
        stopwatch
            .time(List.of(clock.candidate("a", turn -> turn < 10 ? 90_000_000 >> turn : 20_000)))
            .getFirst();
    assertThat(samples.quantile(1)).isEqualTo(20_000);
  }

  @Test
  void compilationOfOneCandidateKeepsAllWarmingUp() {
    List<Samples> samples =
        stopwatch.time(
            List.of(
                clock.candidate("quick", turn -> turn < 8 ? 2_000_000 : 1_000_000),
                clock.candidate("late", turn -> turn < 8 ? 900_000_000L >> turn : 1_000_000)));
    assertThat(samples.get(0).quantile(1)).isEqualTo(1_000_000);
    assertThat(samples.get(1).quantile(1)).isEqualTo(1_000_000);
  }

  @Test
  void candidateThatNeverSettlesIsMeasuredAllTheSame() {
    Samples samples =
        stopwatch
            .time(List.of(clock.candidate("a", turn -> (long) (1e12 * Math.pow(0.7, turn)) + 1)))
            .getFirst();
    assertThat(samples.median()).isPositive();
  }

  @Test
  void slowCandidatesGetFewerRounds() {
    Samples slow = stopwatch.time(List.of(clock.candidate("slow", 1_000_000_000))).getFirst();
    Samples fast = stopwatch.time(List.of(clock.candidate("fast", 1_000))).getFirst();
    assertThat(slow.size()).isEqualTo(7);
    assertThat(fast.size()).isEqualTo(31);
  }
}
