package io.github.remanence.cli.file;

import io.github.remanence.cli.console.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that an option names, to be read. Whatever is wrong with it is said with the option and
 * the path.
 *
 * @param option the option, such as {@code --in}
 * @param path the file
 */
public record InputFile(String option, Path path) {

  /** Reads something from a file. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Path path) throws IOException;
  }

  /** What the reader makes of the file. */
  <T> T read(Reader<T> reader) {
    requireRegular();
    try {
      return reader.read(path);
    } catch (IOException e) {
      throw wrong(reason(e));
    }
  }

  private void requireRegular() {
    if (Files.isDirectory(path)) {
      throw wrong("it is a folder; expected a file");
    }
    if (Files.notExists(path)) {
      throw wrong("there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw wrong("it is no regular file; save to a file first");
    }
  }

  Failure wrong(String reason) {
    return Failure.badInput("%s %s: %s".formatted(option, path, reason));
  }

  /** What an exception of the file system means; some have only the path as their message. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "there is no such file or folder";
      case AccessDeniedException denied -> "access is denied";
      case CharacterCodingException coding -> "it is no text in UTF-8";
      default -> String.valueOf(e.getMessage());
    };
  }
}
