package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Runs in a JVM of its own. */
  @Test
  void withoutModuleOrDriverScalarIsChosenAndAForcedBackendIsAnError() throws Exception {
    String output = withoutVectorModuleAparapiAndDrivers(BackendProbe.class);
    assertThat(output)
        .contains("fastest: scalar")
        .contains("runs: scalar")
        .contains("forced: the backend 'vector' cannot run here")
        .contains("--add-modules jdk.incubator.vector")
        .contains("forced: the backend 'gpu' cannot run here: opencl: no OpenCL")
        .contains("aparapi: com.aparapi:aparapi is not on the class path")
        .doesNotContain("silent fallback");
  }

  private static String withoutVectorModuleAparapiAndDrivers(Class<?> main)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("aparapi"))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(java.toString(), "-cp", path, main.getName()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("OCL_ICD_VENDORS", "none", "CUDA_VISIBLE_DEVICES", ""));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
