package io.github.remanence.cli.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that NumPy wrote; make_golden.py beside them says what is in them. */
class GoldenNpyTest {

  @ParameterizedTest
  @CsvSource({
    "float32, 3, 0.25",
    "float64, 3, 0.25",
    "float32-big-endian, 3, 0.25",
    "float64-fortran, 3, 0.25",
    "float64-fortran-big-endian, 3, 0.25",
    "float32-version-2, 3, 0.25",
    "float32-version-3, 3, 0.25",
    "float32-vector, 1, 0.25",
    "int8, 3, 0",
    "int16, 3, 0",
    "int32, 3, 0",
    "int64, 3, 0",
    "int16-big-endian-fortran, 3, 0"
  })
  void whatNumPyWroteIsReadInRowOrder(String name, int rows, double part) throws Exception {
    double[] expected =
        IntStream.range(0, rows * 4).mapToDouble(i -> 10 * (i / 4) + i % 4 + part).toArray();
    assertThat(read(golden(name + ".npy"), rows, 4)).containsExactly(expected);
  }

  @Test
  void aMatrixWithoutRowsHasNoValues() throws Exception {
    assertThat(read(golden("float32-no-rows.npy"), 0, 5)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "refused-bool.npy, type 'b1'",
    "refused-complex.npy, type 'c16'",
    "refused-float16.npy, type 'f2'",
    "refused-uint8.npy, type 'u1'",
    "refused-text.npy, type 'U2'",
    "refused-objects.npy, Python objects",
    "refused-fields.npy, structured array",
    "refused-scalar.npy, 0 dimensions",
    "refused-three-dimensions.npy, '3 dimensions, 2 x 3 x 4'",
    "refused-archive.npz, .npz archive"
  })
  void whatIsNoMatrixOfNumbersIsRefused(String name, String reason) {
    assertThatThrownBy(() -> NpyFile.open(golden(name)).close())
        .isInstanceOf(NpyException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aMatrixIsWrittenAsNumPyWritesIt() throws Exception {
    float[] values = new float[12];
    for (int i = 0; i < values.length; i++) {
      values[i] = 10 * (i / 4) + i % 4 + 0.25f;
    }
    assertThat(written(List.of(3L, 4L), values)).isEqualTo(bytes("float32.npy"));
  }

  @Test
  void aVectorIsWrittenAsNumPyWritesIt() throws Exception {
    assertThat(written(List.of(4L), 0.25f, 1.25f, 2.25f, 3.25f))
        .isEqualTo(bytes("float32-vector.npy"));
  }

  @Test
  void aMatrixWithoutRowsIsWrittenAsNumPyWritesIt() throws Exception {
    assertThat(written(List.of(0L, 5L))).isEqualTo(bytes("float32-no-rows.npy"));
  }

  private static double[] read(Path path, long rows, long cols) throws IOException {
    try (NpyFile file = NpyFile.open(path)) {
      assertThat(file.header().rows()).isEqualTo(rows);
      assertThat(file.header().cols()).isEqualTo(cols);
      double[] values = new double[(int) (rows * cols)];
      file.read((index, value) -> values[(int) index] = value);
      return values;
    }
  }

  private static byte[] written(List<Long> shape, float... values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyWriter.write(out, shape, MemorySegment.ofArray(values));
    return out.toByteArray();
  }

  private static byte[] bytes(String name) throws IOException, URISyntaxException {
    return Files.readAllBytes(golden(name));
  }

  private static Path golden(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(GoldenNpyTest.class.getResource("golden/" + name), name).toURI());
  }
}
