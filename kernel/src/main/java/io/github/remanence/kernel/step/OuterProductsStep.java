package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Outer products of row pulses and column pulses, applied one after another: device (i, j) gets
 * x_bi d_bj pulses, for b = 0, 1, ...
 *
 * <p>A block of a row takes all of them while it lies in the first cache; the matrices of counts
 * never exist.
 *
 * @param devices what they do with the products of each b, with chances of their own in each
 * @param rowPulses x, one row for each b and one int8 for each row of the crossbar
 * @param colPulses d, one row for each b and one int8 for each column of the crossbar
 */
public record OuterProductsStep(List<CountedDevice> devices, Matrix rowPulses, Matrix colPulses)
    implements RowStep {

  /** Devices in a block: 16 KiB of conductances, half of a small first cache. */
  private static final long BLOCK = 1 << 12;

  /** The products, on devices that are given all of them in one update. */
  public static OuterProductsStep of(CountedDevice device, Matrix rowPulses, Matrix colPulses) {
    List<CountedDevice> devices =
        LongStream.range(0, rowPulses.rows()).mapToObj(device::inUpdate).toList();
    return new OuterProductsStep(devices, rowPulses, colPulses);
  }

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col) {
    for (long start = from; start < to; start += BLOCK) {
      applyToBlock(
          backend, conductances, start, Math.min(to, start + BLOCK), row, col + start - from);
    }
  }

  @Override
  public boolean isRowless() {
    return false;
  }

  private void applyToBlock(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col) {
    for (int b = 0; b < devices.size(); b++) {
      byte x = rowPulses.memory().get(ValueLayout.JAVA_BYTE, rowPulses.index(b, row));
      // No pulses at all change nothing once the clamp has been there.
      if (x != 0 || b == 0) {
        long firstCount = colPulses.index(b, col);
        devices.get(b).count(backend, x, colPulses, firstCount, conductances, from, to, row, col);
      }
    }
  }
}
