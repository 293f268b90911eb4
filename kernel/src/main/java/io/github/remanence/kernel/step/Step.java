package io.github.remanence.kernel.step;

/**
 * One form of the update, compiled: its coefficients and counts, and the method of a backend that
 * takes them.
 */
public sealed interface Step permits RowStep, OuterProductSumStep, WriteNoiseStep {

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
  void apply(
      RangeKernel backend, Matrix conductances, long fromRow, long toRow, long fromCol, long toCol);

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
