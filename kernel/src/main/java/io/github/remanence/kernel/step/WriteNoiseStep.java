package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A step on hidden conductances, of which others show with noise: what shows of a device is drawn
 * anew when its hidden conductance changes, and stays until it does.
 *
 * @param hidden the step on the hidden conductances
 * @param shown what shows; of the shape of the crossbar
 * @param reading how a hidden conductance is read, its noise and its window
 */
public record WriteNoiseStep(Step hidden, Matrix shown, RelaxationStep reading) implements Step {

  private static final ThreadLocal<float[]> SCRATCH = ThreadLocal.withInitial(() -> new float[0]);

  /** Keeps the hidden conductances of the rectangle as they are before the step. */
  @Override
  public void apply(
      RangeKernel backend,
      Matrix conductances,
      long fromRow,
      long toRow,
      long fromCol,
      long toCol) {
    int cols = Math.toIntExact(toCol - fromCol);
    int rows = Math.toIntExact(toRow - fromRow);
    float[] before = scratch(Math.multiplyExact(rows + 1, cols));
    for (int r = 0; r < rows; r++) {
      long from = conductances.index(fromRow + r, fromCol) * Float.BYTES;
      MemorySegment.copy(
          conductances.memory(), ValueLayout.JAVA_FLOAT, from, before, r * cols, cols);
    }
    hidden.apply(backend, conductances, fromRow, toRow, fromCol, toCol);
    MemorySegment scratch =
        MemorySegment.ofArray(before); // Once: it would be an object for each row.
    int end = rows * cols;
    for (int r = 0; r < rows; r++) {
      reading.applyToRow(backend, scratch, end, end + cols, fromRow + r, fromCol);
      show(conductances, fromRow + r, fromCol, before, r * cols, cols, end);
    }
  }

  /** Shows what was read of a row to the end of scratch memory, where devices changed. */
  private void show(
      Matrix conductances, long row, long col, float[] before, int firstBefore, int cols, int end) {
    long from = conductances.index(row, col);
    long to = shown.index(row, col);
    for (int j = 0; j < cols; j++) {
      float after = conductances.memory().getAtIndex(ValueLayout.JAVA_FLOAT, from + j);
      if (Float.floatToRawIntBits(after) != Float.floatToRawIntBits(before[firstBefore + j])) {
        shown.memory().setAtIndex(ValueLayout.JAVA_FLOAT, to + j, before[end + j]);
      }
    }
  }

  private static float[] scratch(int size) {
    float[] scratch = SCRATCH.get();
    if (scratch.length < size) {
      scratch = new float[size];
      SCRATCH.set(scratch);
    }
    return scratch;
  }

  @Override
  public long tileRows(long cols) {
    return hidden.tileRows(cols);
  }

  @Override
  public long tileCols() {
    return hidden.tileCols();
  }

  @Override
  public boolean isRowless() {
    return hidden.isRowless() && shown.isGapless() && reading.isRowless();
  }
}
