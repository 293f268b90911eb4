package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * The update of devices that each get their own number of pulses.
 *
 * @param coefficients of the device
 * @param scale pulses in a count of 1
 * @param counts one for each device, int8 or float32
 */
public record CountedStep(PulseStep coefficients, float scale, Matrix counts) implements Step {

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col) {
    backend.counted(coefficients, scale, counts, counts.index(row, col), conductances, from, to);
  }

  @Override
  public boolean isRowless() {
    return counts.isGapless();
  }
}
