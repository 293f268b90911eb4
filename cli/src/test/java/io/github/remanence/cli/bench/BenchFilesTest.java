package io.github.remanence.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchFilesTest {

  /** The first results that were kept, from before a header told what computed. */
  private static final Path KEPT = Path.of("..", "bench", "results", "2026-11-28-quick.json");

  @Test
  void whatWasKeptCanStillBeRead() {
    BenchHeader header = new BenchFiles(KEPT).readHeader().orElseThrow();
    assertThat(header.command()).contains("bench quick");
    assertThat(header.backends()).isEmpty();
    assertThat(header.flags()).isNotEmpty();
  }
}
