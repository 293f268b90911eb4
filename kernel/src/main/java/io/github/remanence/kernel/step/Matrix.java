package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Numbers in memory, row after row: conductances, pulse counts or factors.
 *
 * @param memory in native byte order; number (0, 0) is the first
 * @param type of each number
 * @param rows number of rows
 * @param cols number of columns
 * @param rowStride from the start of a row to the start of the next, in numbers
 */
public record Matrix(MemorySegment memory, ElementType type, long rows, long cols, long rowStride) {

  /** Rows without a gap between them. */
  public static Matrix gapless(MemorySegment memory, ElementType type, long rows, long cols) {
    return new Matrix(memory, type, rows, cols, cols);
  }

  /** Where a number is, counted in numbers from the start of the memory. */
  public long index(long row, long col) {
    return row * rowStride + col;
  }

  /** How many numbers there are. */
  public long size() {
    return rows * cols;
  }

  /** Whether nothing lies between the rows. */
  public boolean isGapless() {
    return rowStride == cols || rows <= 1;
  }

  /** A count of pulses, int8 or float32, at its place in memory. */
  public float count(long place) {
    return type == ElementType.INT8
        ? memory.get(ValueLayout.JAVA_BYTE, place)
        : memory.getAtIndex(ValueLayout.JAVA_FLOAT, place);
  }

  /** A float16 factor at its place in memory. */
  public float factor(long place) {
    return Float.float16ToFloat(memory.getAtIndex(ValueLayout.JAVA_SHORT, place));
  }

  /** A gapless matrix as one long row. */
  public Matrix asOneRow() {
    return new Matrix(memory, type, 1, size(), size());
  }

  /**
   * A part, over the same memory.
   *
   * @param row the first row of the part
   * @param col the first column of the part
   * @param rows number of rows
   * @param cols number of columns
   * @param rowStep 1 for neighbouring rows, 2 for every other one
   */
  public Matrix block(long row, long col, long rows, long cols, long rowStep) {
    // A single row has no next one, however far away that would be.
    long stride = rows > 1 ? rowStep * rowStride : cols;
    long numbers = rows == 0 || cols == 0 ? 0 : (rows - 1) * stride + cols;
    long start = numbers == 0 ? 0 : index(row, col);
    MemorySegment part = memory.asSlice(start * type.bytes(), numbers * type.bytes());
    return new Matrix(part, type, rows, cols, stride);
  }
}
