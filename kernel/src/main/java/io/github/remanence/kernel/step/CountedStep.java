package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * The update of devices that each get their own number of pulses.
 *
 * @param device what it does with them
 * @param scale pulses in a count of 1
 * @param counts one for each device, int8 or float32
 */
public record CountedStep(CountedDevice device, float scale, Matrix counts) implements RowStep {

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col) {
    long firstCount = counts.index(row, col);
    device.count(backend, scale, counts, firstCount, conductances, from, to, row, col);
  }

  @Override
  public boolean isRowless() {
    return counts.isGapless() && device.isRowless();
  }
}
