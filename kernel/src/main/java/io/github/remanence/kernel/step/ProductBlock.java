package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Scratch memory for a block of a matrix product: factors, copied so that the product reads them
 * one after another, and the sums. Each thread has its own.
 */
public final class ProductBlock {

  /** Rows of a group, which share a pass over the column factors. */
  public static final int ROWS = 4;

  /** Rows whose factors are copied at once: a cache line of them lies together. */
  static final int PACKED_ROWS = 16;

  /** Columns that lie together, in one panel: two of the widest vectors. */
  public static final int PANEL = 32;

  private static final int MOST_COLS = 1 << 10;

  /** Column factors in a block: 256 KiB, a part of a second cache. */
  private static final int MOST_FACTORS = 1 << 16;

  private static final ThreadLocal<ProductBlock> LAST =
      ThreadLocal.withInitial(() -> new ProductBlock(1));

  private final int batch;
  private final int cols;
  private final float[] rowFactors;
  private final float[] colFactors;
  private final Matrix sums;
  private final float[] sumValues;

  private ProductBlock(int batch) {
    this.batch = batch;
    this.cols = cols(batch);
    this.rowFactors = new float[Math.multiplyExact(batch, PACKED_ROWS)];
    this.colFactors = new float[Math.multiplyExact(batch, cols)];
    this.sumValues = new float[ROWS * cols];
    this.sums = Matrix.gapless(MemorySegment.ofArray(sumValues), ElementType.FLOAT32, ROWS, cols);
  }

  /** The block of this thread, made anew only if the last one was for another batch. */
  static ProductBlock ofThisThread(long batch) {
    ProductBlock block = LAST.get();
    if (block.batch != batch) {
      block = new ProductBlock(Math.toIntExact(batch));
      LAST.set(block);
    }
    return block;
  }

  /** Columns of a block for sums of that many products: fewer, the more products there are. */
  static int cols(long batch) {
    return PANEL * Math.clamp(MOST_FACTORS / Math.max(1, batch) / PANEL, 1, MOST_COLS / PANEL);
  }

  /** The number of products in a sum. */
  public int batch() {
    return batch;
  }

  /** Columns of the block. */
  public int cols() {
    return cols;
  }

  /** Row factors, group after group: ROWS of them for b = 0, then those for b = 1, ... */
  public float[] rowFactors() {
    return rowFactors;
  }

  /** Column factors, panel after panel: PANEL of them for b = 0, then those for b = 1, ... */
  public float[] colFactors() {
    return colFactors;
  }

  /** Where the sums go, ROWS rows of {@link #cols} columns. */
  public float[] sumValues() {
    return sumValues;
  }

  /** The sums as a matrix. */
  Matrix sums() {
    return sums;
  }

  void packRows(Matrix factors, long row, int rows) {
    for (int b = 0; b < batch; b++) {
      for (int r = 0; r < PACKED_ROWS; r++) {
        rowFactors[(r / ROWS * batch + b) * ROWS + r % ROWS] =
            r < rows
                ? factors.memory().getAtIndex(ValueLayout.JAVA_FLOAT, factors.index(b, row + r))
                : 0;
      }
    }
  }

  void packColumns(Matrix factors, long col, int cols) {
    int place = 0;
    for (int panel = 0; panel < cols; panel += PANEL) {
      int some = Math.min(PANEL, cols - panel);
      for (int b = 0; b < batch; b++) {
        long from = factors.index(b, col + panel) * Float.BYTES;
        MemorySegment.copy(factors.memory(), ValueLayout.JAVA_FLOAT, from, colFactors, place, some);
        Arrays.fill(colFactors, place + some, place + PANEL, 0);
        place += PANEL;
      }
    }
  }
}
