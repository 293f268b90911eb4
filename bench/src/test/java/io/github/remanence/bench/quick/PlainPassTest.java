package io.github.remanence.bench.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Crossbar;
import org.junit.jupiter.api.Test;

class PlainPassTest {

  @Test
  void besideMemoryOfTheHostItScalesAsManyValuesInPlace() {
    try (PlainPass pass = PlainPass.beside(Crossbar.onHeap(3, 5), 2)) {
      assertThat(pass).isInstanceOf(PlainPass.OnHost.class);
      assertThat(pass.values()).isEqualTo(15);
    }
  }

  @Test
  void besideMemoryOfAGpuItCopiesAsManyValuesThere() {
    assumeTrue(
        Backend.GPU.missing().isEmpty(), () -> "skipped: " + Backend.GPU.missing().orElseThrow());
    try (Crossbar crossbar = Crossbar.onGpu(3, 5);
        PlainPass pass = PlainPass.beside(crossbar, 2);
        Crossbar host = Crossbar.onHeap(3, 5)) {
      host.fill(2.5f);
      host.copyTo(crossbar);
      host.fill(0);
      Crossbar copy = ((PlainPass.OnGpu) pass).copied();
      assertThat(copy.isOnGpu()).isTrue();
      pass.run(1);
      copy.copyTo(host);
      assertThat(host.get(2, 4)).isEqualTo(2.5f);
      assertThat(pass.values()).isEqualTo(15);
    }
  }
}
