package io.github.remanence.bench.study;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarBuildTest {

  @TempDir private Path folder;

  /** This program's own benchmarks, which are on the class path too, would run in their place. */
  @Test
  void aJarWithoutBenchmarksIsRefused() throws Exception {
    Path jar = folder.resolve("other.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("a"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JarBuild(jar))
        .withMessageContaining("it has no benchmarks (META-INF/BenchmarkList)");
  }

  @Test
  void whatIsNoJarIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("no.jar"), "text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JarBuild(file))
        .withMessageStartingWith("it is no jar: ");
  }
}
