package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The update of differential pairs of depression-only devices; the weight of a pair is plus -
 * minus.
 *
 * <p>n &gt; 0 raises the weight: n pulses depress the minus device. n &lt; 0 lowers it: |n| pulses
 * depress the plus device. Then a pair with a device at the lower end is <b>refreshed</b>, which
 * keeps its weight and puts one of its devices at the upper end:
 *
 * <pre>
 * minus = min:   minus = min + (max - plus),   plus = max
 * plus = min:    plus = min + (max - minus),   minus = max
 * </pre>
 *
 * @param device what both devices do; for n &lt; 0 and n &gt; 0 the same, depression
 * @param scale pulses in a count of 1
 * @param counts one for each pair, int8 or float32
 * @param minus conductances of the minus devices; those of the plus devices are the crossbar's
 * @param plusFactors float16 factors on the pulses of the plus devices; null if all are 1
 * @param minusFactors those of the minus devices; null exactly if those of the plus devices are
 */
public record PairStep(
    PulseStep device,
    float scale,
    Matrix counts,
    Matrix minus,
    @Nullable Matrix plusFactors,
    @Nullable Matrix minusFactors)
    implements RowStep {

  /** The pairs of a device, of which only its depression is used. */
  public static PairStep of(
      PulseStep device,
      float scale,
      Matrix counts,
      Matrix minus,
      @Nullable Matrix plusFactors,
      @Nullable Matrix minusFactors) {
    Polarity depression = device.depression();
    PulseStep both =
        new PulseStep(depression, depression, device.deadZone(), device.min(), device.max());
    return new PairStep(both, scale, counts, minus, plusFactors, minusFactors);
  }

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment plus, long from, long to, long row, long col) {
    backend.pairs(this, row, col, plus, from, to);
  }

  @Override
  public boolean isRowless() {
    return counts.isGapless()
        && minus.isGapless()
        && (plusFactors == null || plusFactors.isGapless())
        && (minusFactors == null || minusFactors.isGapless());
  }
}
