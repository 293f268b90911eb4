package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.kernel.foreign.NativeLibrary;
import io.github.remanence.kernel.gpu.GpuRunner;
import io.github.remanence.kernel.gpu.accelerator.KernelSource;
import io.github.remanence.kernel.gpu.cuda.CudaAccelerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The way through CUDA keeps the contract as far as that can be seen without a GPU: a library that
 * is compiled here takes the place of the driver, and runs the same kernels on the processor.
 */
@Tag("gpu")
class CudaStandInTest {

  @TempDir static Path folder;

  private static GpuRunner runner;

  @BeforeAll
  static void compileTheStandIn() throws Exception {
    assumeTrue(hasCompiler(), "skipped: no g++ that could compile a stand-in for the CUDA driver");
    Files.writeString(folder.resolve("updates.cl"), KernelSource.openCl());
    Files.writeString(folder.resolve("stand_in.cpp"), source());
    Path library = folder.resolve("libcuda_stand_in.so");
    run(
        List.of(
            "g++",
            "-std=c++17",
            "-O1",
            "-march=native", // For multiply-adds that are fused by one instruction.
            "-ffp-contract=off",
            "-shared",
            "-fPIC",
            "stand_in.cpp",
            "-o",
            library.getFileName().toString()));
    NativeLibrary driver = NativeLibrary.load(library.toString()).orElseThrow();
    runner = new GpuRunner(new CudaAccelerator(driver));
  }

  static Stream<Clause> clauses() {
    return Clause.all().stream().filter(clause -> !(clause instanceof ProductContract));
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void keeps(Clause clause) {
    assertThat(runner.description()).isEqualTo("gpu, a stand-in for a GPU, through CUDA");
    clause.check(new GpuRanges(runner));
  }

  private static String source() throws IOException {
    try (InputStream in = CudaStandInTest.class.getResourceAsStream("cuda_stand_in.cpp")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean hasCompiler() throws InterruptedException {
    try {
      run(List.of("g++", "--version"));
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
