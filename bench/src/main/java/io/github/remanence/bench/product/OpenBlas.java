package io.github.remanence.bench.product;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The library: products of matrices where they lie, in arrays too.
 *
 * <p><b>Same bits.</b> With one thread a product of the same values and shapes is the same bits
 * every time, on whatever thread it is asked for, as long as {@link #description} says the same:
 * the library has other kernels, with other sums, for other processors.
 *
 * <p><b>Threads.</b> Any number of threads may ask at once.
 */
public final class OpenBlas {

  /** Parameters of {@code cblas_sgemm}, as the C header has them. */
  private static final int ROW_MAJOR = 101;

  private static final int AS_IT_LIES = 111;
  private static final int TRANSPOSED = 112;

  private final MethodHandle sgemm;

  private OpenBlas(MethodHandle sgemm) {
    this.sgemm = sgemm;
  }

  /**
   * Loads the library, if need be.
   *
   * @param threads that share the work of one product, the calling one included; from now on and
   *     for the whole JVM
   * @throws IllegalStateException if it has no binary for this machine
   */
  public static OpenBlas withThreads(int threads) {
    try {
      openblas_nolapack.blas_set_num_threads(threads);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "no OpenBLAS for this machine in the jar: build it with -Dopenblas.machine=NAME, such as"
              + " linux-arm64 or macosx-arm64",
          e);
    }
    return new OpenBlas(sgemm());
  }

  /** Critical: so it may read arrays in place; the JVM waits with its safepoints meanwhile. */
  @SuppressWarnings("restricted") // To call C is to leave what the JVM can check.
  private static MethodHandle sgemm() {
    return Linker.nativeLinker()
        .downcallHandle(
            address("cblas_sgemm"),
            FunctionDescriptor.ofVoid(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_FLOAT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_FLOAT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT),
            Linker.Option.critical(/* allowHeapAccess= */ true));
  }

  /**
   * into = scale a b.
   *
   * @param into of other memory; what was there is not read
   * @throws IllegalArgumentException if the shapes do not fit, or the result is to be transposed
   */
  public void multiply(float scale, FloatMatrix a, FloatMatrix b, FloatMatrix into) {
    if (a.cols() != b.rows()
        || into.rows() != a.rows()
        || into.cols() != b.cols()
        || into.isTransposed()) {
      throw new IllegalArgumentException(
          "the product of %s and %s does not go into %s%s"
              .formatted(a, b, into, into.isTransposed() ? ", transposed" : ""));
    }
    try {
      sgemm.invokeExact(
          ROW_MAJOR,
          order(a),
          order(b),
          into.rows(),
          into.cols(),
          a.cols(),
          scale,
          a.memory(),
          a.stride(),
          b.memory(),
          b.stride(),
          /* beta= */ 0f,
          into.memory(),
          into.stride());
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS cannot be called", e);
    }
  }

  private static int order(FloatMatrix matrix) {
    return matrix.isTransposed() ? TRANSPOSED : AS_IT_LIES;
  }

  /** What runs: the library's version, and the processor whose kernels it chose. */
  public String description() {
    return answer("openblas_get_config").strip() + "; kernels: " + answer("openblas_get_corename");
  }

  /** Calls {@code char *function(void)}, which the bindings lack. */
  @SuppressWarnings("restricted")
  private static String answer(String function) {
    try {
      MemorySegment text =
          (MemorySegment)
              Linker.nativeLinker()
                  .downcallHandle(address(function), FunctionDescriptor.of(ValueLayout.ADDRESS))
                  .invokeExact();
      return text.reinterpret(Integer.MAX_VALUE).getString(0);
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS does not say what it is", e);
    }
  }

  private static MemorySegment address(String function) {
    return MemorySegment.ofAddress(Loader.addressof(function).address());
  }
}
