package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BackendTest {

  @Test
  void theFastestBackendHereIsTheVectorOne() {
    assertThat(Backend.fastest()).isEqualTo(Backend.VECTOR);
    assertThat(UpdateKernel.fastest().description()).startsWith("vector, ").endsWith(" bits");
  }

  @Test
  void backendsHaveOneSpelling() {
    assertThat(Backend.values())
        .extracting(Backend::toString)
        .containsExactly("scalar", "vector", "gpu");
  }

  /** Runs in a JVM of its own, without the incubator module. */
  @Test
  void withoutTheModuleScalarIsChosenAndAForcedVectorBackendIsAnError() throws Exception {
    String output = withoutVectorModule(BackendProbe.class);
    assertThat(output)
        .contains("fastest: scalar")
        .contains("runs: scalar")
        .contains("forced: the backend 'vector' cannot run here")
        .contains("--add-modules jdk.incubator.vector");
  }

  private static String withoutVectorModule(Class<?> main)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(), "-cp", System.getProperty("java.class.path"), main.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
