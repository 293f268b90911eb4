package io.github.remanence.kernel.gpu.aparapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.kernel.gpu.GpuPath;
import io.github.remanence.kernel.gpu.accelerator.KernelSource;
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
  void aLaunchThatTheDeviceDidNotSignIsAnError() {
    String unsigned =
        KernelSource.openCl().replace("in_memory[255] = in_memory[254];", "/* No. */");
    assertThat(unsigned).isNotEqualTo(KernelSource.openCl());
    assertThatIllegalStateException()
        .isThrownBy(() -> AparapiAccelerator.open(unsigned))
        .withStackTraceContaining("the kernel copied did not run on");
  }

  @Test
  void kernelsThatDoNotCompileAreAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> AparapiAccelerator.open("no kernels"))
        .withMessageContaining("does not compile the kernels");
  }
}
