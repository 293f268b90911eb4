package io.github.remanence.bench.product;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The sum of outer products of vectors, which is the product X^T D of two matrices. */
public final class MatrixProduct {

  private final int rows;
  private final int cols;
  private final int vectors;
  private final FloatBuffer rowFactors;
  private final FloatBuffer colFactors;
  private final FloatBuffer sums;

  /**
   * Copies the factors to where the library can read them.
   *
   * @param rowFactors X, vector after vector
   * @param colFactors D, vector after vector
   * @param vectors how many there are of each, at least 1
   * @param sums where the product goes, off the heap, row after row
   * @param threads of the library, from now on and for the whole JVM
   * @throws IllegalStateException if the library has no binary for this machine
   */
  public MatrixProduct(
      float[] rowFactors, float[] colFactors, int vectors, MemorySegment sums, int threads) {
    this.rows = rowFactors.length / vectors;
    this.cols = colFactors.length / vectors;
    this.vectors = vectors;
    this.rowFactors = offHeap(rowFactors);
    this.colFactors = offHeap(colFactors);
    this.sums = buffer(sums);
    OpenBlas.useThreads(threads);
  }

  /** Makes the product. */
  public void run() {
    openblas_nolapack.cblas_sgemm(
        CblasRowMajor,
        CblasTrans,
        CblasNoTrans,
        rows,
        cols,
        vectors,
        /* alpha= */ 1,
        rowFactors,
        rows,
        colFactors,
        cols,
        /* beta= */ 0,
        sums,
        cols);
  }

  /** What runs: the library and the kernels that it chose for this processor. */
  public String description() {
    return OpenBlas.description();
  }

  @SuppressWarnings("MustBeClosedChecker") // Lives as long as somebody uses it.
  private static FloatBuffer offHeap(float[] values) {
    MemorySegment memory = Arena.ofAuto().allocate((long) values.length * Float.BYTES, 64);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length);
    return buffer(memory);
  }

  private static FloatBuffer buffer(MemorySegment memory) {
    return memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
