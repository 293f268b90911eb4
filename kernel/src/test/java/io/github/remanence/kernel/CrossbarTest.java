package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossbarTest {

  @TempDir Path folder;

  @Test
  void rowsFollowOneAnotherInMemory() {
    float[] conductances = {0, 1, 2, 3, 4, 5};
    Crossbar crossbar = Crossbar.wrap(conductances, 2, 3);
    assertThat(crossbar.get(1, 0)).isEqualTo(3);
    crossbar.set(0, 2, 7);
    assertThat(conductances).containsExactly(0, 1, 7, 3, 4, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 2, negative",
    "2, -1, negative",
    "3037000500, 3037000500, larger than any",
    "4611686018427387904, 2, larger than any"
  })
  void sizesThatMakeNoSenseAreRefused(long rows, long cols, String message) {
    assertThatThrownBy(() -> Crossbar.offHeap(rows, cols))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(rows + " x " + cols);
    Path file = folder.resolve("never.bin");
    assertThatThrownBy(() -> Crossbar.createMapped(file, rows, cols))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void aHeapCrossbarLargerThanAnArrayNamesTheWayOut() {
    assertThatThrownBy(() -> Crossbar.onHeap(1L << 16, 1L << 15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("offHeap or map");
  }

  @Test
  void anArrayOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Crossbar.wrap(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 x 3 needs 6")
        .hasMessageContaining("has 5");
  }

  @Test
  void deviceIndicesAreChecked() {
    Crossbar crossbar = Crossbar.onHeap(2, 3);
    assertThatThrownBy(() -> crossbar.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> crossbar.set(2, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> crossbar.get(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void changesOfAMappedCrossbarReachTheFile() throws IOException {
    Path file = folder.resolve("g.bin");
    try (Crossbar crossbar = Crossbar.createMapped(file, 2, 3)) {
      crossbar.set(1, 2, 1.5f);
      crossbar.flush();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
    assertThat(bytes.remaining()).isEqualTo(24);
    assertThat(bytes.getFloat(20)).isEqualTo(1.5f);
    try (Crossbar again = Crossbar.map(file, 2, 3)) {
      assertThat(again.get(1, 2)).isEqualTo(1.5f);
    }
  }

  @Test
  void filesThatDoNotFitAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("short.bin"), new byte[23]);
    assertThatThrownBy(() -> Crossbar.map(file, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("24 bytes")
        .hasMessageContaining("has 23");
    assertThatThrownBy(() -> Crossbar.map(folder.resolve("none.bin"), 2, 3))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Crossbar.createMapped(file, 2, 3))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.size(file)).isEqualTo(23);
  }

  @Test
  void anEmptyCrossbarCanBeMapped() throws IOException {
    try (Crossbar crossbar = Crossbar.createMapped(folder.resolve("empty.bin"), 0, 7)) {
      assertThat(crossbar.devices()).isZero();
    }
  }

  @Test
  void theCensusCountsWhatAnUpdateWouldChange() {
    float[] conductances = {
      0f, 1f, 0.5f, -0.1f, 1.1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
    };
    Crossbar crossbar = Crossbar.wrap(conductances, 2, 4);
    Census census = crossbar.census(Plans.exponential(0, 1, 0, 0));
    assertThat(census).isEqualTo(new Census(3, 2));
    assertThat(census.isClean()).isFalse();
    assertThat(new Census(0, 0).isClean()).isTrue();
  }
}
