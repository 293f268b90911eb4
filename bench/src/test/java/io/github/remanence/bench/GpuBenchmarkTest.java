package io.github.remanence.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.kernel.Backend;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed on the GPU leaves the bits that the scalar backend leaves. */
class GpuBenchmarkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy",
        "upload",
        "download",
        "uniform",
        "float32",
        "factors",
        "noise",
        "outer-products",
        "sum"
      })
  void everyFormIsTheUpdate(String form) {
    assumeTrue(
        Backend.GPU.missing().isEmpty(), () -> "skipped: " + Backend.GPU.missing().orElseThrow());
    assertThat(after(form, Backend.GPU)).isEqualTo(after(form, Backend.SCALAR));
  }

  private static float[] after(String form, Backend backend) {
    GpuBenchmark benchmark = new GpuBenchmark();
    benchmark.side = 61;
    benchmark.form = form;
    benchmark.backend = backend;
    benchmark.setUp();
    try {
      float[] before = benchmark.conductances();
      benchmark.call();
      float[] after = benchmark.conductances();
      boolean moves = !form.equals("copy") && !form.endsWith("load");
      assertThat(Arrays.equals(after, before)).isNotEqualTo(moves);
      return after;
    } finally {
      benchmark.tearDown();
    }
  }
}
