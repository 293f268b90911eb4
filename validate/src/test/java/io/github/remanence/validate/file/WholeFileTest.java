package io.github.remanence.validate.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void theContentArrivesAndNothingElseStays() throws IOException {
    Path target = folder.resolve("a.txt");
    WholeFile.write(target, "first");
    WholeFile.write(target, "second");
    assertThat(target).hasContent("second");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFailureInTheMiddleLeavesTheOldFileAndNoOther() throws IOException {
    Path target = folder.resolve("a.txt");
    WholeFile.write(target, "old");
    WholeFile.Content breaks =
        out -> {
          out.write(new byte[1 << 20]);
          throw new IOException("the disk is full");
        };
    assertThatThrownBy(() -> WholeFile.write(target, breaks)).hasMessage("the disk is full");
    assertThat(target).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    WholeFile.write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }
}
