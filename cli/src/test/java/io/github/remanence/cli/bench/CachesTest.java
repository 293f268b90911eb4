package io.github.remanence.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachesTest {

  @TempDir private Path folder;

  private void cache(String index, String level, String type, String size) throws Exception {
    Path cache = Files.createDirectory(folder.resolve(index));
    Files.writeString(cache.resolve("level"), level + "\n");
    Files.writeString(cache.resolve("type"), type + "\n");
    Files.writeString(cache.resolve("size"), size + "\n");
  }

  @Test
  void eachIsToldWithItsLevelTypeAndSize() throws Exception {
    cache("index1", "2", "Unified", "2048K");
    cache("index0", "1", "Data", "48K");
    Files.writeString(folder.resolve("uevent"), "");
    assertThat(Caches.in(folder)).containsExactly("L1 Data 48K", "L2 Unified 2048K");
  }

  @Test
  void aSystemThatTellsNoneHasNone() {
    assertThat(Caches.in(folder.resolve("nowhere"))).isEmpty();
  }
}
