package io.github.remanence.cli.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A {@code .npy} file that is open for reading. By the time it is open its header is understood and
 * its length is what the header promises.
 *
 * <p>Versions 1.0, 2.0 and 3.0, either byte order, C and Fortran order, the types of {@link
 * ElementType}.
 */
public final class NpyFile implements AutoCloseable {

  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** A matrix of numbers needs about 100 bytes of header; NumPy itself stops at 10,000. */
  private static final int LONGEST_HEADER = 1 << 16;

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel channel;
  private final NpyHeader header;

  private NpyFile(FileChannel channel, NpyHeader header) {
    this.channel = channel;
    this.header = header;
  }

  /** Takes the values of a matrix. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one value.
     *
     * @param index row * cols + column
     * @param value rounded to double, which only int64 can need
     */
    void put(long index, double value) throws IOException;
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws NpyException if the file is no {@code .npy} file of numbers, or shorter or longer than
   *     its header says
   */
  public static NpyFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path);
    try {
      NpyHeader header = NpyHeader.parse(headerText(channel));
      requireLength(header, channel.size() - channel.position());
      return new NpyFile(channel, header);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** What the file holds. */
  public NpyHeader header() {
    return header;
  }

  /** Hands over all values, in the order of the file; once. */
  public void read(Sink sink) throws IOException {
    long rows = header.rows();
    long cols = header.cols();
    ByteBuffer data = ByteBuffer.allocate(BUFFER_BYTES).order(header.byteOrder()).limit(0);
    if (header.fortranOrder()) {
      for (long col = 0; col < cols && rows > 0; col++) {
        line(data, rows, col, cols, sink);
      }
    } else {
      line(data, rows * cols, 0, 1, sink);
    }
  }

  /** Values that lie together in the file and a stride apart in the matrix. */
  private void line(ByteBuffer data, long values, long first, long stride, Sink sink)
      throws IOException {
    for (long i = 0; i < values; i++) {
      if (!data.hasRemaining()) {
        refill(data);
      }
      sink.put(first + i * stride, header.type().next(data));
    }
  }

  private void refill(ByteBuffer data) throws IOException {
    long left = channel.size() - channel.position();
    data.clear().limit((int) Math.min(BUFFER_BYTES, left));
    fill(channel, data);
  }

  private static String headerText(FileChannel channel) throws IOException {
    byte[] start = bytes(channel, 8);
    if (start[0] == 'P' && start[1] == 'K') {
      throw new NpyException("it is a .npz archive; expected a single array: save it with np.save");
    }
    if (!Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
      throw new NpyException("it is no .npy file: save the matrix with np.save");
    }
    long length = headerLength(channel, start[6], start[7]);
    if (length > Math.min(LONGEST_HEADER, channel.size() - channel.position())) {
      throw new NpyException(
          "it says its header has %d bytes; that is more than the file has or a matrix needs"
              .formatted(length));
    }
    // Latin-1 by the format, UTF-8 in version 3.0; nothing outside ASCII is accepted further on.
    return new String(bytes(channel, (int) length), StandardCharsets.ISO_8859_1);
  }

  private static long headerLength(FileChannel channel, int major, int minor) throws IOException {
    if (major < 1 || major > 3 || minor != 0) {
      throw new NpyException(
          "it has version %d.%d of the .npy format; expected 1.0, 2.0 or 3.0"
              .formatted(major & 0xff, minor & 0xff));
    }
    int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
    ByteBuffer length = ByteBuffer.wrap(bytes(channel, lengthBytes)).order(ByteOrder.LITTLE_ENDIAN);
    return major == 1
        ? Short.toUnsignedInt(length.getShort())
        : Integer.toUnsignedLong(length.getInt());
  }

  private static void requireLength(NpyHeader header, long found) throws NpyException {
    long promised = header.dataBytes();
    if (found != promised) {
      throw new NpyException(
          "its header promises %d bytes of data (%s of %s), the file has %d: %s"
              .formatted(
                  promised,
                  header.shapeText(),
                  header.type(),
                  found,
                  found < promised ? "it is cut off" : "it must hold one array and nothing else"));
    }
  }

  private static byte[] bytes(FileChannel channel, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    fill(channel, bytes);
    return bytes.array();
  }

  /** Reads until the buffer is full and turns it around. */
  private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new NpyException("it ends at byte %d, too early".formatted(channel.position()));
      }
    }
    buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
