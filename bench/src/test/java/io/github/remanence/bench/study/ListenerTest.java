package io.github.remanence.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListenerTest {

  @Test
  void theReasonIsTheMessageOfTheExceptionThatEndedABenchmark() {
    assertThat(
            Listener.reason(
                """
                # Warmup Iteration   1: <failure>

                java.lang.IllegalStateException: no c++ here; install g++
                \tat io.github.remanence.bench.peer.CppLibrary.compiledBy(CppLibrary.java:31)
                """))
        .isEqualTo("no c++ here; install g++");
  }

  @Test
  void withoutOneItIsAllThatWasPrinted() {
    assertThat(Listener.reason("No matching benchmarks.\n\nMiss-spelled regexp?\n"))
        .isEqualTo("No matching benchmarks.; Miss-spelled regexp?");
  }
}
