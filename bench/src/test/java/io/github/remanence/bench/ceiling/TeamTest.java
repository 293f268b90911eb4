package io.github.remanence.bench.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTest {

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1000", "2, 0", "2, 1", "2, 16", "2, 17", "2, 1000", "3, 100", "5, 33"})
  void everyValueIsWorkedOnOnce(int threads, int values) {
    AtomicIntegerArray visits = new AtomicIntegerArray(values);
    try (Team team = new Team(threads)) {
      team.run(
          values,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              visits.incrementAndGet(i);
            }
          });
    }
    for (int i = 0; i < values; i++) {
      assertThat(visits.get(i)).as("visits of value %d", i).isEqualTo(1);
    }
  }

  @Test
  void everyThreadIsToldWhichItIs() {
    AtomicIntegerArray calls = new AtomicIntegerArray(3);
    try (Team team = new Team(3)) {
      team.each(calls::incrementAndGet);
    }
    assertThat(calls).hasToString("[1, 1, 1]");
  }

  @Test
  void failureOfAPartIsReported() {
    try (Team team = new Team(2)) {
      assertThatThrownBy(
              () ->
                  team.each(
                      thread -> {
                        if (thread == 1) {
                          throw new IllegalArgumentException("broken");
                        }
                      }))
          .hasMessage("a part of the measurement failed")
          .hasRootCauseMessage("broken");
    }
  }

  @Test
  void teamOfNobodyIsRefused() {
    assertThatThrownBy(() -> new Team(0))
        .hasMessage("at least 1 thread is needed, was asked for 0");
  }
}
