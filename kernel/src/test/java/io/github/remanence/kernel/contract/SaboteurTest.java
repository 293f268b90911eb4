package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract can fail: each wrong kernel breaks at least one clause, against the oracle or the
 * reference.
 */
class SaboteurTest {

  @ParameterizedTest
  @EnumSource
  void isCaught(Saboteur saboteur) {
    assertThat(Clause.all())
        .as("clauses that %s breaks", saboteur)
        .anyMatch(clause -> isBroken(clause, saboteur));
  }

  private static boolean isBroken(Clause clause, Saboteur saboteur) {
    try {
      clause.check(saboteur);
      return false;
    } catch (AssertionError | IndexOutOfBoundsException caught) {
      return true;
    }
  }
}
