package io.github.remanence.validate.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The blocks in docs/embedding.md stand in the source that the page names last, as they are. */
class EmbeddingPageTest {

  private static final Path DOCS = Path.of("..", "docs");

  private static final Pattern SOURCE_OR_BLOCK =
      Pattern.compile(
          "^From \\[`\\w+`]\\(([^)]+)\\):$|^```java\n(.*?)```$",
          Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void everyBlockIsFromTheCodeThatRuns() throws IOException {
    Matcher found = SOURCE_OR_BLOCK.matcher(read(DOCS.resolve("embedding.md")));
    String source = "";
    int blocks = 0;
    while (found.find()) {
      if (found.group(1) != null) {
        source = read(DOCS.resolve(found.group(1)));
      } else {
        assertThat(source).contains(found.group(2));
        blocks++;
      }
    }
    assertThat(blocks).as("blocks").isEqualTo(10);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }
}
