package io.github.remanence.cli.file;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.validate.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that an option names, to be written: never over an input, over another file only by force,
 * and whole or not at all.
 *
 * @param option the option, such as {@code --out}
 * @param path the file
 */
public record OutputFile(String option, Path path) {

  /**
   * Checks that the file may be written, before any work is done for it.
   *
   * @param inputs the files that are read; the same file by another name is the same file
   */
  public void require(boolean force, List<Path> inputs) {
    requireFolder();
    for (Path input : inputs) {
      if (isSame(input)) {
        throw wrong("it is the same file as the input %s; name another one".formatted(input));
      }
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !force) {
      throw wrong("it exists already; name another one, or allow it with --force");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw wrong("it is no regular file; name another one");
    }
  }

  private void requireFolder() {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw wrong("the folder %s does not exist; make it first".formatted(folder));
    }
  }

  private boolean isSame(Path input) {
    try {
      return Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input);
    } catch (IOException e) {
      throw wrong(InputFile.reason(e));
    }
  }

  /** Writes the file. */
  public void write(WholeFile.Content content) {
    try {
      WholeFile.write(path, content);
    } catch (IOException e) {
      throw wrong("cannot be written, " + InputFile.reason(e));
    }
  }

  private Failure wrong(String reason) {
    return Failure.badInput("%s %s: %s".formatted(option, path, reason));
  }
}
