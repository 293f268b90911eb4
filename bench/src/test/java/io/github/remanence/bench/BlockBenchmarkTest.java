package io.github.remanence.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.Crossbar;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part is what its name says. */
class BlockBenchmarkTest {

  @ParameterizedTest
  @CsvSource({"full, 64, 64", "aligned, 64, 128", "odd, 63, 128", "every-second-row, 64, 256"})
  void partsAreAsLargeAndAsFarApartAsTheirNamesSay(String part, long cols, long stride) {
    try (BenchmarkRun run = new BenchmarkRun(body(part))) {
      Crossbar crossbar = ((BlockBenchmark) run.benchmark()).workbench().crossbar();
      assertThat(crossbar.rows()).isEqualTo(64);
      assertThat(crossbar.cols()).isEqualTo(cols);
      assertThat(crossbar.rowStride()).isEqualTo(stride);
    }
  }

  /** The part is filled with devices inside the window, and around it there is only 0. */
  @ParameterizedTest
  @CsvSource({"aligned, 64", "odd, 63", "every-second-row, 64"})
  void nothingAroundThePartIsTouched(String part, long cols) {
    try (BenchmarkRun run = new BenchmarkRun(body(part))) {
      run.once();
      Crossbar whole = ((BlockBenchmark) run.benchmark()).whole();
      long touched = 0;
      for (int i = 0; i < whole.devices(); i++) {
        touched += whole.get(i / 128, i % 128) == 0 ? 0 : 1;
      }
      assertThat(touched).isEqualTo(64 * cols);
    }
  }

  private static BenchmarkBody body(String part) {
    Map<String, String> parameters =
        Map.of(
            "backend", "vector", "size", "128", "threads", "1", "field", "0.5", "form", "int8",
            "part", part);
    return new BenchmarkBody(BlockBenchmark.class, "update", parameters);
  }
}
