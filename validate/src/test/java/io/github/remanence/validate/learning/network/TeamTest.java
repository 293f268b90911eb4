package io.github.remanence.validate.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPartIsDoneOnceWhateverTheNumberOfThreads(int threads) {
    try (Team team = new Team(threads)) {
      for (int parts = 0; parts < 20; parts++) {
        AtomicIntegerArray done = new AtomicIntegerArray(20);
        team.each(parts, done::incrementAndGet);
        for (int i = 0; i < 20; i++) {
          assertThat(done.get(i)).isEqualTo(i < parts ? 1 : 0);
        }
      }
    }
  }

  /** Each waits for the other: it ends only if two work at once. */
  @Test
  void partsAreDoneAtTheSameTime() {
    CyclicBarrier both = new CyclicBarrier(2);
    try (Team team = new Team(2)) {
      team.each(
          2,
          i -> {
            try {
              both.await();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
    }
    assertThat(both.isBroken()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPartThatFailsFailsTheTask(int threads) {
    try (Team team = new Team(threads)) {
      assertThatThrownBy(
              () ->
                  team.each(
                      4,
                      i -> {
                        throw new ArithmeticException("part");
                      }))
          .hasStackTraceContaining("ArithmeticException: part");
    }
  }

  @Test
  void noThreadsAreNoTeam() {
    assertThatThrownBy(() -> new Team(0)).hasMessageContaining("was asked for 0");
  }
}
