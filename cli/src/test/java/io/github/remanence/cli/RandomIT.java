package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.random.Draws;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real jar: random words through a pipe. */
class RandomIT {

  @TempDir private Path folder;

  /** None, one, and some more than the blocks they are written in. */
  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 1", "9223372036854775807, 262145", "1, 600001"})
  void wordsAreThoseOfTheDevicesOneAfterAnother(long seed, int words) throws Exception {
    Process process = new Jar(folder).start("random", "--seed", "" + seed, "--words", "" + words);
    byte[] bytes = process.getInputStream().readAllBytes();
    requireQuietEnd(process);
    assertThat(bytes).hasSize(4 * words);
    ByteBuffer read = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Draws draws = Draws.of(seed, 0);
    for (int i = 0; i < words; i++) {
      assertThat(read.getInt()).as("word %d", i).isEqualTo(draws.word(i));
    }
  }

  @Test
  void itEndsQuietlyWhenTheReaderHasEnough() throws Exception {
    Process process = new Jar(folder).start("random", "--seed", "1");
    try (InputStream out = process.getInputStream()) {
      assertThat(out.readNBytes(10_000_000)).hasSize(10_000_000);
    }
    requireQuietEnd(process);
  }

  /** Without an error; what Java itself says of its modules is no word of the program. */
  private static void requireQuietEnd(Process process) throws IOException, InterruptedException {
    boolean ended = process.waitFor(1, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("the end of the process").isTrue();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(err.lines()).allMatch(line -> line.contains("incubator modules"));
    assertThat(process.exitValue()).isZero();
  }
}
