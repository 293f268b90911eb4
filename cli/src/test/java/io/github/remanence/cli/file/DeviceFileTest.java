package io.github.remanence.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.kernel.device.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFileTest {

  @TempDir private Path folder;

  @Test
  void theNameOfAPresetIsThePreset() {
    assertThat(DeviceFile.read("bernard2025")).isEqualTo(Presets.bernard2025());
  }

  @Test
  void anUnknownNameIsAnsweredWithThePresets() {
    assertThatThrownBy(() -> DeviceFile.read("bernard2024"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("bernard2024")
        .hasMessageContaining("presets are aihwkit-capacitor, ")
        .hasMessageContaining(", querlioz2013, a file");
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Path file = Files.write(folder.resolve("huge.json"), new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> DeviceFile.read(file.toString()))
        .hasMessageContaining("1048577 bytes");
  }
}
