package io.github.remanence.validate.learning.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An IDX file of unsigned bytes, the format of MNIST: two zero bytes, 8 for the type, the number of
 * dimensions, each dimension as a big-endian int, and the bytes.
 *
 * @param dimensions the sizes, slowest first
 * @param values all bytes, as many as the product of the sizes
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of values, to be used where they are.
record IdxFile(int[] dimensions, byte[] values) {

  private static final int UNSIGNED_BYTES = 8;
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  /**
   * Reads a file, plain or, where the name ends in {@code .gz}, compressed.
   *
   * @param expected the number of dimensions
   * @throws IOException if it cannot be read or is something else; the message names the file
   */
  static IdxFile read(Path file, int expected) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(decompressed(file, bytes))) {
      int[] dimensions = dimensions(in, expected);
      int size = size(dimensions);
      byte[] values = in.readNBytes(size);
      if (values.length < size) {
        throw wrong("it ends after %d of %d values".formatted(values.length, size));
      }
      if (in.read() >= 0) {
        throw wrong("it goes on after its %d values".formatted(size));
      }
      return new IdxFile(dimensions, values);
    } catch (EOFException e) {
      throw new IOException("%s: it is cut off".formatted(file), e);
    } catch (WrongFormatException | ZipException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static InputStream decompressed(Path file, InputStream bytes) throws IOException {
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  private static int[] dimensions(DataInputStream in, int expected) throws IOException {
    int magic = in.readInt();
    if (magic >>> 8 != UNSIGNED_BYTES) {
      throw wrong(
          "expected an IDX file of unsigned bytes, which begins with 000008, it begins with %06x"
              .formatted(magic >>> 8));
    }
    if ((magic & 0xff) != expected) {
      throw wrong("expected %d dimensions, it has %d".formatted(expected, magic & 0xff));
    }
    int[] dimensions = new int[expected];
    for (int i = 0; i < expected; i++) {
      dimensions[i] = in.readInt();
    }
    return dimensions;
  }

  private static int size(int[] dimensions) throws IOException {
    long size = 1;
    for (int dimension : dimensions) {
      if (dimension < 1 || size > MOST_VALUES / dimension) {
        throw wrong(
            "sizes of %s make no sense for a file in memory"
                .formatted(Arrays.toString(dimensions)));
      }
      size *= dimension;
    }
    return (int) size;
  }

  private static WrongFormatException wrong(String message) {
    return new WrongFormatException(message);
  }

  /** What is wrong with the content, said without the file. */
  private static final class WrongFormatException extends IOException {
    private static final long serialVersionUID = 1;

    WrongFormatException(String message) {
      super(message);
    }
  }
}
