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
  public static final int ROWS = 6;

  /** Groups of rows whose sums are there at once. */
  static final int GROUPS = 4;

  /** Rows whose sums are there at once. */
  static final int SUM_ROWS = GROUPS * ROWS;

  /** Columns that lie together, in one panel: two of the widest vectors. */
  public static final int PANEL = 32;

  private static final int MOST_COLS = 1 << 10;

  /** So many that copying the factors hardly counts. */
  private static final int MOST_ROWS = 11 * SUM_ROWS;

  /** Row factors in a block, 4 MiB, unless those of {@link #SUM_ROWS} rows are more. */
  private static final int MOST_ROW_FACTORS = 1 << 20;

  /** Column factors in a block: 256 KiB, a part of a second cache. */
  private static final int MOST_FACTORS = 1 << 16;

  /** Column factors in a strip: 32 KiB, most of a first cache. */
  private static final int STRIP_FACTORS = 1 << 13;

  private static final ThreadLocal<ProductBlock> LAST =
      ThreadLocal.withInitial(() -> new ProductBlock(1));

  private final int batch;
  private final int rows;
  private final int cols;
  private final float[] rowFactors;
  private final float[] colFactors;
  private final Matrix sums;
  private final float[] sumValues;

  private ProductBlock(int batch) {
    this.batch = batch;
    this.rows = rows(batch);
    this.cols = cols(batch);
    this.rowFactors = new float[Math.multiplyExact(batch, rows)];
    this.colFactors = new float[Math.multiplyExact(batch, cols)];
    this.sumValues = new float[SUM_ROWS * cols];
    this.sums =
        Matrix.gapless(MemorySegment.ofArray(sumValues), ElementType.FLOAT32, SUM_ROWS, cols);
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

  /** Rows of a block for sums of that many products: fewer, if there are thousands. */
  static int rows(long batch) {
    long some = MOST_ROW_FACTORS / Math.max(1, batch) / SUM_ROWS;
    return SUM_ROWS * Math.clamp(some, 1, MOST_ROWS / SUM_ROWS);
  }

  /** Columns of a block for sums of that many products: fewer, the more products there are. */
  static int cols(long batch) {
    return wholePanels(MOST_FACTORS, batch);
  }

  /** Columns whose factors stay in the first cache while one group of rows follows another. */
  int stripCols() {
    return wholePanels(STRIP_FACTORS, batch);
  }

  private static int wholePanels(int factors, long batch) {
    return PANEL * Math.clamp(factors / Math.max(1, batch) / PANEL, 1, MOST_COLS / PANEL);
  }

  /** The number of products in a sum. */
  public int batch() {
    return batch;
  }

  /** Rows of the block. */
  public int rows() {
    return rows;
  }

  /** Columns of the block. */
  public int cols() {
    return cols;
  }

  /** Row factors: those of all rows of the block for b = 0, then those for b = 1, ... */
  public float[] rowFactors() {
    return rowFactors;
  }

  /** Column factors, panel after panel: PANEL of them for b = 0, then those for b = 1, ... */
  public float[] colFactors() {
    return colFactors;
  }

  /** Where the sums go: for each group {@link #ROWS} rows of {@link #cols} columns. */
  public float[] sumValues() {
    return sumValues;
  }

  /** Where in them the sums of a group begin, in place of those of an earlier group. */
  public int firstSum(int group) {
    return group % GROUPS * ROWS * cols;
  }

  /** The sums as a matrix. */
  Matrix sums() {
    return sums;
  }

  void packRows(Matrix factors, long row, int some) {
    for (int b = 0; b < batch; b++) {
      copy(factors, b, row, some, rowFactors, b * rows, rows);
    }
  }

  void packColumns(Matrix factors, long col, int cols) {
    int place = 0;
    for (int panel = 0; panel < cols; panel += PANEL) {
      int some = Math.min(PANEL, cols - panel);
      for (int b = 0; b < batch; b++) {
        copy(factors, b, col + panel, some, colFactors, place, PANEL);
        place += PANEL;
      }
    }
  }

  /** Some numbers of a row, and zeros in the room that is left. */
  private static void copy(
      Matrix from, long row, long col, int some, float[] to, int place, int room) {
    long first = from.index(row, col) * Float.BYTES;
    MemorySegment.copy(from.memory(), ValueLayout.JAVA_FLOAT, first, to, place, some);
    Arrays.fill(to, place + some, place + room, 0);
  }
}
