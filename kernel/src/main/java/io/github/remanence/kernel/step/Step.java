package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * One form of the update, compiled: its coefficients and counts, and the method of a backend that
 * takes them.
 */
public interface Step {

  /**
   * Devices in a tile, or a few less: 256 KiB of conductances, work for ten microseconds or more,
   * taken at the cost of one atomic add.
   */
  long TILE = 1 << 16;

  /**
   * Updates a rectangle of devices, not larger than {@link #tileRows} by {@link #tileCols}.
   *
   * @param conductances the whole crossbar; as one long row if {@link #isRowless} and there are no
   *     gaps
   */
  default void apply(
      RangeKernel backend,
      Matrix conductances,
      long fromRow,
      long toRow,
      long fromCol,
      long toCol) {
    for (long row = fromRow; row < toRow; row++) {
      long from = conductances.index(row, fromCol);
      applyToRow(backend, conductances.memory(), from, from + toCol - fromCol, row, fromCol);
    }
  }

  /**
   * Updates neighbours in a row.
   *
   * @param from the first device's place in memory
   * @param to the place after the last one
   * @param row the first device's row
   * @param col the first device's column
   */
  void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col);

  /** The most columns of a rectangle that is worked at once. */
  default long tileCols() {
    return TILE;
  }

  /** The most rows of a rectangle that is worked at once, of a crossbar with that many columns. */
  default long tileRows(long cols) {
    return Math.max(1, TILE / Math.max(1, cols));
  }

  /**
   * Whether it does not matter in which row a device is, so that a crossbar without gaps may be
   * taken as one long row.
   */
  boolean isRowless();
}
