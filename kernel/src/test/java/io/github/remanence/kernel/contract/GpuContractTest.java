package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.kernel.gpu.GpuPath;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to a GPU keeps every clause of the contract, bit by bit. */
@Tag("gpu")
class GpuContractTest {

  static Stream<Arguments> cases() {
    return Stream.of(GpuPath.values())
        .filter(path -> path.missing().isEmpty())
        .flatMap(path -> clauses().map(clause -> Arguments.of(path, clause)));
  }

  /** Sums of products are part of an update on a GPU, and tested as such. */
  private static Stream<Clause> clauses() {
    return Clause.all().stream().filter(clause -> !(clause instanceof ProductContract));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("cases")
  void keeps(GpuPath path, Clause clause) {
    clause.check(new GpuRanges(path.runner()));
  }

  /** In the log of the build, where nobody sees the reason of a skipped test. */
  @SuppressWarnings("SystemOut")
  private static void say(String text, Object... values) {
    System.out.printf(text + "%n", values);
  }

  @ParameterizedTest
  @EnumSource
  void isTested(GpuPath path) {
    path.missing().ifPresent(reason -> say("GPU tests by %s skipped: %s", path, reason));
    assumeTrue(path.missing().isEmpty(), () -> "skipped: " + path.missing().orElseThrow());
    assertThat(path.runner().accelerator().isBitIdentical()).isTrue();
  }
}
