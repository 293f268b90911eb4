package io.github.remanence.kernel.gpu.aparapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.kernel.gpu.GpuPath;
import io.github.remanence.kernel.gpu.GpuRunner;
import io.github.remanence.kernel.gpu.accelerator.KernelSource;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Aparapi would keep to itself is an error. */
@Tag("gpu")
class AparapiAcceleratorTest {

  @BeforeEach
  void requireAparapi() {
    assumeTrue(
        GpuPath.APARAPI.missing().isEmpty(),
        () -> "skipped: " + GpuPath.APARAPI.missing().orElseThrow());
  }

  /** As it would be if anything but the kernels had run: Java threads, or nothing. */
  @Test
  void aLaunchThatTheDeviceDidNotSignIsAnErrorAndNothingIsCopiedBack() {
    String unsigned =
        KernelSource.openCl().replace("in_memory[255] = in_memory[254];", "/* No. */");
    assertThat(unsigned).isNotEqualTo(KernelSource.openCl());
    GpuRunner runner = new GpuRunner(AparapiAccelerator.open(unsigned));
    float[] g = {0, 1, 2};
    Matrix conductances =
        Matrix.gapless(MemorySegment.ofArray(g), ElementType.FLOAT32, 1, g.length);
    assertThatIllegalStateException()
        .isThrownBy(() -> runner.run(new AffineStep(0, 0, 1, 0, 9), conductances))
        .withMessageContaining("the kernel uniformly did not run on");
    assertThat(g).containsExactly(0, 1, 2);
  }

  @Test
  void kernelsThatDoNotCompileAreAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> AparapiAccelerator.open("no kernels"))
        .withMessageContaining("does not compile the kernels");
  }
}
