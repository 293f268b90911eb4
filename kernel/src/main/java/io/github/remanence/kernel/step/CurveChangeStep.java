package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A change of field at constant pulse coordinate between curves of any family: one device at a
 * time, in double, and so the same bits on every backend.
 *
 * @param from the curve before; conductances are brought into its window first
 * @param to the curve after
 */
public record CurveChangeStep(DeviceCurve from, DeviceCurve to) implements RowStep {

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment conductances, long start, long end, long row, long col) {
    for (long i = start; i < end; i++) {
      float g = conductances.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      conductances.setAtIndex(ValueLayout.JAVA_FLOAT, i, changed(g));
    }
  }

  private float changed(float g) {
    if (!Float.isFinite(g)) {
      return Float.NaN;
    }
    double progress = Math.clamp((from.maxConductance() - g) / from.range(), 0, 1);
    double pulses = from.depression().pulsesTo(progress);
    double moved = pulses == Double.POSITIVE_INFINITY ? 1 : to.depression().move(0, pulses);
    double conductance = to.maxConductance() - moved * to.range();
    return Math.clamp(
        (float) conductance, (float) to.minConductance(), (float) to.maxConductance());
  }

  @Override
  public boolean isRowless() {
    return true;
  }
}
