package io.github.remanence.cli.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes float32 in C order, little-endian, as {@code np.save} does: version 1.0, data on a
 * boundary of 64 bytes.
 */
public final class NpyWriter {

  private static final int ALIGNMENT = 64;
  private static final int CHUNK_FLOATS = 1 << 14;

  private NpyWriter() {}

  /**
   * Writes an array.
   *
   * @param shape its dimensions
   * @param values as many float32 in native byte order as the shape has elements
   */
  public static void write(OutputStream out, List<Long> shape, MemorySegment values)
      throws IOException {
    out.write(header(shape));
    ByteBuffer chunk =
        ByteBuffer.allocate(CHUNK_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long count = values.byteSize() / Float.BYTES;
    for (long i = 0; i < count; i++) {
      chunk.putFloat(values.getAtIndex(ValueLayout.JAVA_FLOAT, i));
      if (!chunk.hasRemaining() || i == count - 1) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
    }
  }

  private static byte[] header(List<Long> shape) {
    String end = shape.size() == 1 ? ",)" : ")"; // as Python writes a tuple
    String tuple = shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", end));
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple + ", }";
    int before = NpyFile.MAGIC.length + 4;
    int padding = -(before + text.length() + 1) & (ALIGNMENT - 1);
    byte[] padded = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(before + padded.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(NpyFile.MAGIC)
        .put(new byte[] {1, 0})
        .putShort((short) padded.length)
        .put(padded)
        .array();
  }
}
