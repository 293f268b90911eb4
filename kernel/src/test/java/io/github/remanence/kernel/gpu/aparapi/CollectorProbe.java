package io.github.remanence.kernel.gpu.aparapi;

import io.github.remanence.kernel.gpu.GpuPath;

/** What a program with another collector sees; started by {@link AparapiAcceleratorTest}. */
final class CollectorProbe {

  private CollectorProbe() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    System.out.println(GpuPath.APARAPI.missing().orElse("there"));
  }
}
