package io.github.remanence.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.bench.ceiling.CeilingMemory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A limit that was reached by not doing the work is none. */
class CeilingBenchmarkTest {

  static Stream<BenchmarkBody> passes() {
    return ceilings().filter(body -> !body.method().equals("fma"));
  }

  static Stream<BenchmarkBody> arithmetic() {
    return ceilings().filter(body -> body.method().equals("fma"));
  }

  private static Stream<BenchmarkBody> ceilings() {
    return BenchmarkBody.all().stream().filter(body -> body.type() == CeilingBenchmark.class);
  }

  @ParameterizedTest
  @MethodSource("passes")
  void everyValueIsCopiedOrChangedByEveryPass(BenchmarkBody body) {
    try (BenchmarkRun run = new BenchmarkRun(body)) {
      CeilingBenchmark.Memory memory = run.state(CeilingBenchmark.Memory.class);
      memory.passes = 1; // An even number of passes leaves no trace.
      CeilingMemory values = memory.values;
      float[] before = values.memory().clone();
      run.once();
      check(run.method(), before, values);
      assertThat(run.state(Traffic.class).perDevice).isEqualTo(before.length);
      assertThat(run.state(Traffic.class).perKilobyte).isEqualTo(8e-3 * before.length);
      run.once();
      assertThat(values.memory()).isEqualTo(before);
    }
  }

  private static void check(String method, float[] before, CeilingMemory after) {
    assertThat(before).isNotEmpty().doesNotContain(0);
    for (int i = 0; i < before.length; i++) {
      float a = before[i];
      switch (method) {
        case "copy" -> assertThat(after.copied()[i]).isEqualTo(a);
        case "scale" -> assertThat(after.memory()[i]).isEqualTo(2 * a);
        case "multiplyAdd" -> assertThat(after.memory()[i]).isEqualTo(2 * a + 1);
        default -> throw new AssertionError("no oracle knows " + method);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("arithmetic")
  void everyThreadMakesAllMultiplyAdds(BenchmarkBody body) {
    try (BenchmarkRun run = new BenchmarkRun(body)) {
      CeilingBenchmark benchmark = (CeilingBenchmark) run.benchmark();
      run.once();
      for (int thread = 0; thread < benchmark.threads; thread++) {
        assertThat(benchmark.peak().values(thread)).hasSize(4096).containsOnly(1);
      }
      long eightPairsAThousandTimes = 8 * 2 * 4096 * 1000L;
      assertThat(run.state(CeilingBenchmark.Flops.class).gigaflops)
          .isEqualTo(eightPairsAThousandTimes * benchmark.threads);
    }
  }
}
