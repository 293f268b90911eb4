package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * The update of a device whose polarities are of different families: one after the other. What one
 * polarity leaves alone is for the other one, so no device gets pulses twice.
 *
 * @param potentiation which leaves devices alone that get depression pulses
 * @param depression which leaves devices alone that get potentiation pulses
 */
public record MixedDevice(CountedDevice potentiation, CountedDevice depression)
    implements CountedDevice {

  /** Devices in a block: 16 KiB of conductances, half of a small first cache. */
  private static final long BLOCK = 1 << 12;

  @Override
  public void count(
      RangeKernel backend,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to,
      long row,
      long col) {
    for (long start = from; start < to; start += BLOCK) {
      long end = Math.min(to, start + BLOCK);
      long past = start - from;
      potentiation.count(
          backend, scale, counts, firstCount + past, conductances, start, end, row, col + past);
      depression.count(
          backend, scale, counts, firstCount + past, conductances, start, end, row, col + past);
    }
  }

  @Override
  public MixedDevice withDeadZone(float pulses) {
    return new MixedDevice(potentiation.withDeadZone(pulses), depression.withDeadZone(pulses));
  }

  @Override
  public boolean isRowless() {
    return potentiation.isRowless() && depression.isRowless();
  }
}
