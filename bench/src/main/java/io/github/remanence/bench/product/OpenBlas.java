package io.github.remanence.bench.product;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The library as a whole. */
final class OpenBlas {

  private OpenBlas() {}

  /**
   * Loads the library, if need be, and sets its threads, the calling one included.
   *
   * @throws IllegalStateException if it has no binary for this machine
   */
  static void useThreads(int threads) {
    try {
      openblas_nolapack.blas_set_num_threads(threads);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "no OpenBLAS for this machine in the jar: build it with -Dopenblas.machine=NAME, such as"
              + " linux-arm64 or macosx-arm64",
          e);
    }
  }

  /** What runs: the library's version, and the processor whose kernels it chose. */
  static String description() {
    return answer("openblas_get_config").strip() + "; kernels: " + answer("openblas_get_corename");
  }

  /** Calls {@code char *function(void)}, which the bindings lack. */
  @SuppressWarnings("restricted") // To call C is to leave what the JVM can check.
  private static String answer(String function) {
    MemorySegment address = MemorySegment.ofAddress(Loader.addressof(function).address());
    try {
      MemorySegment text =
          (MemorySegment)
              Linker.nativeLinker()
                  .downcallHandle(address, FunctionDescriptor.of(ValueLayout.ADDRESS))
                  .invokeExact();
      return text.reinterpret(Integer.MAX_VALUE).getString(0);
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS does not say what it is", e);
    }
  }
}
