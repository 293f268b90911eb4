package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.cli.npy.NpyBytes;
import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.json.DeviceJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar, told to take the GPU: what it says where there is none, and the same bytes. */
class GpuIT {

  private static final int ROWS = 37;
  private static final int COLS = 41;

  private static final String[] STUDY = {
    "bench", "quick", "--backend", "gpu", "--form", "uniform", "--size", "16", "--rounds", "1"
  };

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws IOException {
    float[] before = new float[ROWS * COLS];
    float[] counts = new float[ROWS * COLS];
    for (int i = 0; i < before.length; i++) {
      before[i] = 0.9f + i % 13 * 0.1f;
      counts[i] = (i % 11 - 5) * 0.7f;
    }
    NpyBytes.float32(folder.resolve("g.npy"), ROWS, COLS, before);
    NpyBytes.float32(folder.resolve("n.npy"), ROWS, COLS, counts);
  }

  @Test
  void withoutADriverTheErrorSaysWhatIsMissingAndNothingIsWritten() {
    Jar.Result result = new Jar(folder).runWithoutGpu(apply("bernard2025", "gpu", "out.npy"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    assertThat(result.err())
        .contains("--backend gpu cannot run here: opencl: no OpenCL")
        .contains("; install")
        .contains("aparapi: Aparapi finds no OpenCL device");
    assertThat(folder.resolve("out.npy")).doesNotExist();
  }

  @Test
  void aDeviceThatItHasNoArithmeticForIsRefused() throws IOException {
    PiecewiseStep steps = new PiecewiseStep(List.of(0.1, 0.02));
    DeviceCurve curve = new DeviceCurve(0.8, 2.3, steps, steps);
    DeviceModel model = DeviceModel.of("steps", "none", "1", curve);
    Files.writeString(folder.resolve("steps.json"), DeviceJson.write(model));
    Jar.Result result = new Jar(folder).runBriefly(apply("steps.json", "gpu", "out.npy"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    assertThat(result.err()).contains("--backend gpu has no arithmetic for [PiecewiseStep");
  }

  @Test
  void theBytesAreThoseOfTheOtherBackends() throws IOException {
    requireGpu();
    for (String backend : List.of("gpu", "scalar")) {
      Jar.Result result =
          new Jar(folder).runBriefly(apply("bernard2025-noisy", backend, backend + ".npy"));
      assertThat(result.exitCode()).as(result.err()).isZero();
    }
    assertThat(Files.readAllBytes(folder.resolve("gpu.npy")))
        .isEqualTo(Files.readAllBytes(folder.resolve("scalar.npy")));
  }

  @Test
  void theMainJobNamesTheDeviceThatRan() {
    requireGpu();
    Jar.Result result = new Jar(folder).run("run", "--backend", "gpu", "--sizes", "64");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("gpu, .+, through (OpenCL|CUDA)")
        .contains("holds", "The ceiling is a copy of as many values from one place of the GPU");
  }

  @Test
  void aStudyNamesTheDeviceThatRanAndNoShareOfTheHost() throws IOException {
    requireGpu();
    Jar.Result result = new Jar(folder).runWith("-Djmh.ignoreLock=true", STUDY);
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("Rows of a GPU have no share").doesNotContain(" %");
    assertThat(Files.readString(folder.resolve("bench.machine.json")))
        .containsPattern("\"backends\" : \\[ \"gpu, .+, through (OpenCL|CUDA)");
    assertThat(Files.readString(folder.resolve("bench.json"))).doesNotContain("CeilingBenchmark");
  }

  @Test
  void aStudyWithoutADriverEndsBeforeItMeasures() {
    Jar.Result result = new Jar(folder).runWithoutGpu(STUDY);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    assertThat(result.err()).contains("--backend gpu cannot run here: opencl: no OpenCL");
    assertThat(folder).isDirectoryNotContaining("glob:**/bench*");
  }

  private static String[] apply(String device, String backend, String out) {
    return new String[] {
      "apply",
      "--device",
      device,
      "--in",
      "g.npy",
      "--pulses",
      "n.npy",
      "--seed",
      "1",
      "--backend",
      backend,
      "--out",
      out
    };
  }

  /** Skips where there is none. */
  private static void requireGpu() {
    assumeTrue(
        Backend.GPU.missing().isEmpty(), () -> "skipped: " + Backend.GPU.missing().orElseThrow());
  }
}
