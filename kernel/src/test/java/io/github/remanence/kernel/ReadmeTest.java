package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples in the README are compiled and run as they stand there, and print what it says. */
class ReadmeTest {

  private static final Pattern SAMPLE =
      Pattern.compile(
          "```java\n(.*?public class (\\w+) .*?)```.*?```text\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"README.md, 2", "docs/families.md, 1"})
  void theSamplesRunAndPrintWhatIsWrittenBelowThem(String page, int expected) throws Exception {
    samplesRun(page, expected);
  }

  /** With the driver of a GPU, if there is one. */
  @Test
  @Tag("gpu")
  void theSampleForGpusRuns() throws Exception {
    samplesRun("docs/gpu.md", 1);
  }

  private void samplesRun(String page, int expected) throws Exception {
    String text = Files.readString(Path.of("..", page)).replace("\r\n", "\n");
    Matcher sample = SAMPLE.matcher(text);
    int samples = 0;
    while (sample.find()) {
      String name = sample.group(2);
      Path source = Files.writeString(folder.resolve(name + ".java"), sample.group(1));
      assertThat(compile(source)).as(name).isZero();
      assertThat(run(name)).isEqualTo(sample.group(3));
      samples++;
    }
    assertThat(samples).as("java blocks followed by text blocks in " + page).isEqualTo(expected);
  }

  private int compile(Path source) {
    return ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-Werror",
            "-Xlint:all,-path",
            "-d",
            folder.toString(),
            source.toString());
  }

  private String run(String name) throws IOException, ReflectiveOperationException {
    PrintStream console = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream captured = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      Object arguments = new String[0];
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, arguments);
    } finally {
      System.setOut(console);
    }
    return output.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
