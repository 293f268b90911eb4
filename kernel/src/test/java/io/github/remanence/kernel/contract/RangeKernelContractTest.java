package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.step.RangeKernel;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every backend at every width keeps every clause of the contract. */
class RangeKernelContractTest {

  static Stream<Arguments> cases() {
    return Candidates.all().stream()
        .flatMap(
            kernel ->
                Clause.all().stream()
                    .map(clause -> Arguments.of(kernel.description(), clause, kernel)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void keeps(String backend, Clause clause, RangeKernel kernel) {
    clause.check(kernel);
  }
}
