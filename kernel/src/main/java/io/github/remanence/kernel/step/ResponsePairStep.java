package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * The update of differential pairs of devices of any response family, block by block: the plus
 * devices, the minus devices, and the refresh of {@link PairStep}, to which no pulses are left.
 *
 * @param plusDevice what plus devices do with pulses; those that potentiate do nothing
 * @param minusDevice what minus devices do with pulses; those that potentiate do nothing
 * @param scale pulses in a count of 1
 * @param refresh of the pairs
 */
public record ResponsePairStep(
    CountedDevice plusDevice, CountedDevice minusDevice, float scale, PairStep refresh)
    implements RowStep {

  /** Devices in a block: 16 KiB of conductances, half of a small first cache. */
  private static final long BLOCK = 1 << 12;

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment plus, long from, long to, long row, long col) {
    Matrix counts = refresh.counts();
    Matrix minus = refresh.minus();
    for (long start = from; start < to; start += BLOCK) {
      long end = Math.min(to, start + BLOCK);
      long at = col + start - from;
      long count = counts.index(row, at);
      long other = minus.index(row, at);
      long last = other + end - start;
      plusDevice.count(backend, scale, counts, count, plus, start, end, row, at);
      minusDevice.count(backend, -scale, counts, count, minus.memory(), other, last, row, at);
      backend.pairs(refresh, row, at, plus, start, end);
    }
  }

  @Override
  public boolean isRowless() {
    return refresh.isRowless() && plusDevice.isRowless() && minusDevice.isRowless();
  }
}
