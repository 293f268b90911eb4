package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * One update by a sum of outer products: device (i, j) gets rate times the sum of x_bi d_bj over b.
 *
 * <p>Worked in blocks of columns, and in each of them a few rows at a time: the sums go to scratch
 * memory, and from there to the update, while they lie in the first cache.
 *
 * @param device what it does with its pulses
 * @param rate pulses for a sum of 1
 * @param rowFactors x, one row for each b and one float32 for each row of the crossbar
 * @param colFactors d, one row for each b and one float32 for each column of the crossbar
 */
public record OuterProductSumStep(
    CountedDevice device, float rate, Matrix rowFactors, Matrix colFactors) implements Step {

  @Override
  public void apply(
      RangeKernel backend,
      Matrix conductances,
      long fromRow,
      long toRow,
      long fromCol,
      long toCol) {
    ProductBlock block = ProductBlock.ofThisThread(rowFactors.rows());
    int cols = (int) (toCol - fromCol);
    block.packColumns(colFactors, fromCol, cols);
    for (long row = fromRow; row < toRow; row += ProductBlock.PACKED_ROWS) {
      int rows = (int) Math.min(ProductBlock.PACKED_ROWS, toRow - row);
      block.packRows(rowFactors, row, rows);
      for (int group = 0; group * ProductBlock.ROWS < rows; group++) {
        backend.sumOfProducts(block, group, cols);
        int first = group * ProductBlock.ROWS;
        int some = Math.min(ProductBlock.ROWS, rows - first);
        update(backend, conductances, block.sums(), row + first, some, fromCol, cols);
      }
    }
  }

  private void update(
      RangeKernel backend,
      Matrix conductances,
      Matrix sums,
      long row,
      int rows,
      long col,
      int cols) {
    MemorySegment memory = conductances.memory();
    for (int r = 0; r < rows; r++) {
      long from = conductances.index(row + r, col);
      device.count(backend, rate, sums, sums.index(r, 0), memory, from, from + cols, row + r, col);
    }
  }

  /** As wide as a block, and so high that copying its column factors does not count. */
  @Override
  public long tileRows(long cols) {
    return 256;
  }

  @Override
  public long tileCols() {
    return ProductBlock.cols(rowFactors.rows());
  }

  @Override
  public boolean isRowless() {
    return false;
  }
}
