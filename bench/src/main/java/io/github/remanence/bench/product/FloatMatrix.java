package io.github.remanence.bench.product;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * A matrix of float32 where it lies, or a part of one: nothing is copied.
 *
 * @param memory from the first value on, on the heap or off it
 * @param rows of the matrix that is meant
 * @param cols of the matrix that is meant
 * @param stride from the start of a row in memory to the start of the next, in values
 * @param isTransposed whether what lies in memory, row after row, are the columns
 */
public record FloatMatrix(
    MemorySegment memory, int rows, int cols, int stride, boolean isTransposed) {

  /** A matrix in an array, row after row. */
  public static FloatMatrix of(float[] values, int rows, int cols) {
    return of(MemorySegment.ofArray(values), rows, cols);
  }

  /** A matrix in memory of any kind, row after row. */
  public static FloatMatrix of(MemorySegment memory, int rows, int cols) {
    Objects.checkFromIndexSize(0, (long) rows * cols * Float.BYTES, memory.byteSize());
    return new FloatMatrix(memory, rows, cols, cols, /* isTransposed= */ false);
  }

  /** The same values with rows and columns exchanged. */
  public FloatMatrix transposed() {
    return new FloatMatrix(memory, cols, rows, stride, !isTransposed);
  }

  /** So many rows of it. */
  public FloatMatrix rowsFrom(int first, int count) {
    Objects.checkFromIndexSize(first, count, rows);
    return part(first * (isTransposed ? 1L : stride), count, cols);
  }

  /** So many columns of it. */
  public FloatMatrix colsFrom(int first, int count) {
    Objects.checkFromIndexSize(first, count, cols);
    return part(first * (isTransposed ? (long) stride : 1), rows, count);
  }

  private FloatMatrix part(long start, int partRows, int partCols) {
    MemorySegment from = memory.asSlice(start * Float.BYTES);
    return new FloatMatrix(from, partRows, partCols, stride, isTransposed);
  }

  @Override
  public String toString() {
    return "%d x %d".formatted(rows, cols);
  }
}
