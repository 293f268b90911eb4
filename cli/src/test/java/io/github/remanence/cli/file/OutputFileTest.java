package io.github.remanence.cli.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  @TempDir private Path folder;
  private Path input = Path.of("");

  @BeforeEach
  void makeTheInput() throws IOException {
    input = Files.writeString(folder.resolve("in.npy"), "precious");
  }

  @Test
  void aNewFileMayBeWritten() {
    assertThatCode(() -> require(folder.resolve("new.npy"), false)).doesNotThrowAnyException();
  }

  @Test
  void theInputIsRefusedEvenByForce() {
    assertRefused(input, true, "same file as the input");
  }

  @Test
  void theInputByAnotherPathIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    assertRefused(folder.resolve("sub/../in.npy"), true, "same file as the input");
  }

  @Test
  void aSymbolicLinkToTheInputIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.npy"), input);
    assertRefused(link, true, "same file as the input");
  }

  @Test
  void aHardLinkToTheInputIsRefused() throws IOException {
    Path link = Files.createLink(folder.resolve("link.npy"), input);
    assertRefused(link, true, "same file as the input");
  }

  @Test
  void anExistingFileNeedsForce() throws IOException {
    Path other = Files.writeString(folder.resolve("other.npy"), "old");
    assertRefused(other, false, "exists already");
    assertThatCode(() -> require(other, true)).doesNotThrowAnyException();
  }

  @Test
  void aLinkToNothingIsAnExistingFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.npy"), folder.resolve("gone"));
    assertRefused(link, false, "exists already");
  }

  @Test
  void aFolderIsRefusedEvenByForce() {
    assertRefused(folder, true, "no regular file");
  }

  @Test
  void aMissingFolderIsNotMade() {
    assertRefused(folder.resolve("missing/out.npy"), true, "does not exist");
  }

  private void assertRefused(Path path, boolean force, String reason) {
    assertThatThrownBy(() -> require(path, force))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(reason);
  }

  private void require(Path path, boolean force) {
    new OutputFile("--out", path).require(force, List.of(input));
  }
}
