package io.github.remanence.cli.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Builds .npy files byte by byte, true ones and others; shares nothing with the reader and the
 * writer.
 */
public final class NpyBytes {

  private NpyBytes() {}

  /** A file of version 1.0 with this header and this data. */
  public static byte[] file(String header, byte... data) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    return concat(start(1, 0), shortLength(text.length), text, data);
  }

  /** Magic string and version. */
  static byte[] start(int major, int minor) {
    return new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, (byte) minor};
  }

  static byte[] shortLength(int length) {
    return new byte[] {(byte) length, (byte) (length >> 8)};
  }

  static byte[] intLength(int length) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A matrix of float64. */
  public static void float64(Path path, int rows, int cols, double[] values) throws IOException {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asDoubleBuffer().put(values);
    Files.write(path, file(header("<f8", rows, cols), data.array()));
  }

  /** A matrix of float32. */
  public static void float32(Path path, int rows, int cols, float[] values) throws IOException {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values);
    Files.write(path, file(header("<f4", rows, cols), data.array()));
  }

  /** A matrix of int8. */
  public static void int8(Path path, int rows, int cols, byte[] values) throws IOException {
    Files.write(path, file(header("|i1", rows, cols), values));
  }

  /** The dictionary of a matrix in C order. */
  public static String header(String descr, long rows, long cols) {
    return "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }\n"
        .formatted(descr, rows, cols);
  }

  /** The values of a float32 file in C order and of version 1.0. */
  public static float[] float32(Path path) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(10 + bytes.getShort(8));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }
}
