package io.github.remanence.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  @TempDir Path folder;

  private Path cpuInfo(String text) throws IOException {
    return Files.writeString(folder.resolve("cpuinfo"), text);
  }

  @Test
  void linuxOnX86TellsTheNameOfTheProcessor() throws IOException {
    Path file =
        cpuInfo("processor\t: 0\nmodel name\t: Some CPU @ 3.00GHz: fast\nmodel name\t: Other");
    assertThat(Machine.cpu(file, Optional.of("ignored"))).isEqualTo("Some CPU @ 3.00GHz: fast");
  }

  @Test
  void windowsTellsItInAVariable() {
    assertThat(Machine.cpu(folder.resolve("missing"), Optional.of("Intel64 Family 6")))
        .isEqualTo("Intel64 Family 6");
  }

  @Test
  void whatIsNotToldIsCalledUnknown() throws IOException {
    Path file = cpuInfo("processor\t: 0\nCPU implementer\t: 0x41\n");
    assertThat(Machine.cpu(file, Optional.empty()))
        .isEqualTo("unknown (%s)", System.getProperty("os.arch"));
  }

  @Test
  void thisMachineHasProcessorsMemoryAndAJdk() {
    Machine here = Machine.here();
    assertThat(here.cpu()).isNotBlank();
    assertThat(here.cores()).isPositive();
    assertThat(here.memoryBytes()).isGreaterThan(1 << 20);
    assertThat(here.jdk()).startsWith(System.getProperty("java.runtime.version"));
    assertThat(here.os()).contains(System.getProperty("os.arch"));
  }
}
