package io.github.remanence.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {

  @Test
  void thePeakIsReadFromTheStatusOfTheProcess(@TempDir Path folder) throws Exception {
    Path status =
        Files.writeString(
            folder.resolve("status"), "Name:\tjava\nVmHWM:\t  2048 kB\nVmRSS:\t1 kB\n");
    assertThat(PeakMemory.peak(status)).hasValue(2 << 20);
    assertThat(PeakMemory.peak(folder.resolve("none"))).isEmpty();
  }
}
