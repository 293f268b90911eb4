package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/** What devices do with pulses of their own: all the same, each a little different, or noisy. */
public sealed interface CountedDevice
    permits PulseStep, VariedDevice, NoisyDevice, ResponseStep, OneByOneDevice, MixedDevice {

  /**
   * Updates neighbours in a row: each gets scale times its count of pulses.
   *
   * @param counts one after another
   * @param firstCount the place of the first device's count
   * @param from the first device's place in memory
   * @param to the place after the last one
   * @param row the first device's row
   * @param col the first device's column
   */
  void count(
      RangeKernel backend,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to,
      long row,
      long col);

  /** The same device, on which fewer pulses than these do nothing either. */
  CountedDevice withDeadZone(float pulses);

  /**
   * The same device for one of several updates that are given together, with chances of its own.
   */
  default CountedDevice inUpdate(long number) {
    return this;
  }

  /** Whether devices may be taken as one long row. */
  boolean isRowless();
}
