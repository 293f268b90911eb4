package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * Every device gets the conductance of another one, bit by bit.
 *
 * @param source where that is; of the shape of the crossbar
 */
public record CopyStep(Matrix source) implements RowStep {

  /** Copies on the host. */
  public void to(Matrix target) {
    for (long row = 0; row < target.rows(); row++) {
      long from = target.index(row, 0);
      copy(target.memory(), from, from + target.cols(), row, 0);
    }
  }

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment target, long from, long to, long row, long col) {
    copy(target, from, to, row, col);
  }

  private void copy(MemorySegment target, long from, long to, long row, long col) {
    long bytes = (to - from) * Float.BYTES;
    long first = source.index(row, col) * Float.BYTES;
    MemorySegment.copy(source.memory(), first, target, from * Float.BYTES, bytes);
  }

  @Override
  public boolean isRowless() {
    return source.isGapless();
  }
}
