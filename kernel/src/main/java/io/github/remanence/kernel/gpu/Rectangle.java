package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.step.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Devices that are worked at once.
 *
 * @param row the first row
 * @param col the first column
 */
record Rectangle(long row, long col, long rows, long cols) {

  /** What a matrix of the crossbar's shape has for these devices. */
  Matrix of(Matrix whole) {
    return whole.block(row, col, rows, cols, 1);
  }

  /** The same for a matrix that may not be there. */
  @Nullable Matrix ofNullable(@Nullable Matrix whole) {
    return whole == null ? null : of(whole);
  }

  /** What vectors, one a row, have for these rows. */
  Matrix rowsOf(Matrix vectors) {
    return vectors.block(0, row, vectors.rows(), rows, 1);
  }

  /** What vectors, one a row, have for these columns. */
  Matrix colsOf(Matrix vectors) {
    return vectors.block(0, col, vectors.rows(), cols, 1);
  }
}
