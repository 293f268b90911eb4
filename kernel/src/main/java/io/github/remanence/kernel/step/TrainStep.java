package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same pulses for every device, one count after the other, where they are no single map: a
 * block of a row takes all of them while it lies in the first cache.
 *
 * @param updates one for each count
 */
public record TrainStep(List<CountedStep> updates) implements RowStep {

  /** Devices in a block: 16 KiB of conductances, half of a small first cache. */
  private static final long BLOCK = 1 << 12;

  /**
   * Compiles a train.
   *
   * @param device what it does with each count, with chances of its own in each
   * @param ones a count of 1 for each device
   */
  public static Step of(CountedDevice device, Matrix ones, double... counts) {
    if (counts.length <= 1) {
      return new CountedStep(device, counts.length == 0 ? 0 : (float) counts[0], ones);
    }
    return new TrainStep(
        IntStream.range(0, counts.length)
            .mapToObj(i -> new CountedStep(device.inUpdate(i), (float) counts[i], ones))
            .toList());
  }

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col) {
    for (long start = from; start < to; start += BLOCK) {
      long end = Math.min(to, start + BLOCK);
      for (int i = 0; i < updates.size(); i++) { // An iterator would be an object.
        updates.get(i).applyToRow(backend, conductances, start, end, row, col + start - from);
      }
    }
  }

  @Override
  public boolean isRowless() {
    return updates.getFirst().isRowless(); // All have the same counts and devices alike.
  }
}
