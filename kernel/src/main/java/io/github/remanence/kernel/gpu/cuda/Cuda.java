package io.github.remanence.kernel.gpu.cuda;

import io.github.remanence.kernel.foreign.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/** The CUDA driver of this machine. */
public final class Cuda {

  private static final List<String> NAMES = List.of("libcuda.so.1", "nvcuda.dll");

  private Cuda() {}

  /** The driver; empty if there is none. */
  public static Optional<NativeLibrary> load() {
    return NAMES.stream().map(NativeLibrary::load).flatMap(Optional::stream).findFirst();
  }

  /** Whether it has a GPU. */
  public static boolean hasDevice(NativeLibrary driver) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
      return driver.callInt("cuInit", 0) == 0
          && driver.callInt("cuDeviceGetCount", count) == 0
          && count.get(ValueLayout.JAVA_INT, 0) > 0;
    }
  }

  static void require(int status, String function) {
    if (status != 0) {
      throw new IllegalStateException("CUDA: %s failed, error %d".formatted(function, status));
    }
  }
}
