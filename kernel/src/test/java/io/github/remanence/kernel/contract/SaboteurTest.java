package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
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
    Set<RangeKernelContract> broken = EnumSet.noneOf(RangeKernelContract.class);
    for (RangeKernelContract clause : RangeKernelContract.values()) {
      try {
        clause.check(saboteur);
      } catch (AssertionError | IndexOutOfBoundsException caught) {
        broken.add(clause);
      }
    }
    assertThat(broken).as("clauses that %s breaks", saboteur).isNotEmpty();
  }
}
