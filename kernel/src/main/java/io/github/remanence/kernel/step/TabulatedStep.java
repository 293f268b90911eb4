package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * The update of devices that each get their own whole number of pulses, one of 256.
 *
 * @param table what each number of pulses does
 * @param counts one for each device, int8
 */
public record TabulatedStep(CountTable table, Matrix counts) implements RowStep {

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col) {
    backend.tabulated(table, counts.memory(), counts.index(row, col), conductances, from, to);
  }

  @Override
  public boolean isRowless() {
    return counts.isGapless();
  }
}
