package io.github.remanence.validate.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: into a neighbour first, which takes the file's name when every
 * byte is on the disk. Whoever reads sees the old file or the new one.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream is buffered and stays the caller's. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a text in UTF-8. */
  public static void write(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes a file in an existing folder, in the place of an older one if there is one. */
  public static void write(Path target, Content content) throws IOException {
    // Through a link to the file it names, so that the link stays.
    Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    Path part = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".part");
    part.toFile().deleteOnExit(); // also when the user ends the program in between
    try {
      fill(part, content);
      Files.move(part, real, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void fill(Path part, Content content) throws IOException {
    try (FileChannel file =
            FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16)) {
      content.writeTo(out);
      out.flush();
      file.force(true);
    }
  }
}
