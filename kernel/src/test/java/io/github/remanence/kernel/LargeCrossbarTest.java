package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than 2^31 bytes, in a file: no index is an int by mistake. */
class LargeCrossbarTest {

  private static final long ROWS = 23_171;
  private static final long COLS = 23_173;

  @TempDir Path folder;

  @Test
  void everyDeviceBeyondTheReachOfAnIntIsUpdated() throws IOException {
    assertThat(ROWS * COLS * Float.BYTES).isGreaterThan(Integer.MAX_VALUE);
    UpdatePlan plan = UpdatePlan.of(Presets.bernard2025(), FieldState.at(0));
    Crossbar one = Crossbar.wrap(new float[] {0f}, 1, 1);
    Backends.vectors().apply(plan, Pulses.uniform(3), one);
    float expected = one.get(0, 0);

    try (Workers workers = Workers.threads(2);
        Crossbar large = Crossbar.createMapped(folder.resolve("large.bin"), ROWS, COLS)) {
      Backends.alone(Backend.VECTOR, workers).apply(plan, Pulses.uniform(3), large);
      for (long row = 0; row < ROWS; row++) {
        assertThat(large.get(row, row % COLS)).isEqualTo(expected);
      }
      assertThat(large.get(0, 0)).isEqualTo(expected);
      assertThat(large.get(ROWS - 1, COLS - 1)).isEqualTo(expected);
    }
  }
}
