package io.github.remanence.kernel.gpu.accelerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KernelSourceTest {

  @Test
  void thePtxIsThatOfTheKernels() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(bytes("updates.cl"));
    digest.update(bytes("updates.cu"));
    assertThat(KernelSource.ptx().lines().findFirst())
        .as("updates.ptx is older than the kernels: run kernel/ptx.sh, which needs nvcc")
        .contains("// of " + HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void everyKernelIsInBoth() {
    for (String kernel : KernelSource.KERNELS) {
      assertThat(KernelSource.openCl()).contains("KERNEL %s(".formatted(kernel));
      assertThat(KernelSource.ptx()).contains(".visible .entry %s(".formatted(kernel));
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = KernelSource.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
