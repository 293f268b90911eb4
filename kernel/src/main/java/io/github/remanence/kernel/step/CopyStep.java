package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * Every device gets the conductance of another one, bit by bit.
 *
 * @param source where that is; of the shape of the crossbar
 */
public record CopyStep(Matrix source) implements RowStep {

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment target, long from, long to, long row, long col) {
    long bytes = (to - from) * Float.BYTES;
    long first = source.index(row, col) * Float.BYTES;
    MemorySegment.copy(source.memory(), first, target, from * Float.BYTES, bytes);
  }

  @Override
  public boolean isRowless() {
    return source.isGapless();
  }
}
