package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * The update of a device that no backend has arithmetic for: one device at a time, in double, by
 * {@link Response#move}. The same bits on every backend, since none of them takes part.
 *
 * @param potentiation null if another step is for that
 * @param depression null if another step is for that
 * @param deadZone fewer pulses do nothing
 * @param min lower end of the window
 * @param max upper end of the window
 * @param factors on the pulses of each device, if any
 */
record OneByOneDevice(
    @Nullable Response potentiation,
    @Nullable Response depression,
    float deadZone,
    float min,
    float max,
    Factors factors)
    implements CountedDevice {

  static OneByOneDevice of(
      DeviceCurve curve, @Nullable Response up, @Nullable Response down, Factors factors) {
    return new OneByOneDevice(
        up,
        down,
        Float.MIN_VALUE,
        (float) curve.minConductance(),
        (float) curve.maxConductance(),
        factors);
  }

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
    long firstFactor = factors.areNone() ? 0 : factors.any().index(row, col);
    for (long i = from; i < to; i++) {
      float n = scale * counts.count(firstCount + i - from);
      float felt = factors.areNone() ? n : n * factors.onPulses(n, firstFactor + i - from);
      float g = conductances.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      conductances.setAtIndex(ValueLayout.JAVA_FLOAT, i, moved(felt, g));
    }
  }

  private float moved(float n, float g) {
    if (!Float.isFinite(n) || !Float.isFinite(g)) {
      return Float.NaN;
    }
    float inside = g > max ? max : g < min ? min : g;
    Response response = n < 0 ? depression : potentiation;
    float pulses = Math.abs(n);
    if (response == null || pulses < deadZone) {
      return inside;
    }
    double range = (double) max - min;
    double progress = (n < 0 ? (double) max - inside : (double) inside - min) / range;
    double moved = response.move(progress, pulses);
    // What is not a step makes its own device NaN, as any other number that is none.
    return moved >= 0
        ? (float) Math.clamp(inside + Math.copySign(moved * range, n), min, max)
        : Float.NaN;
  }

  @Override
  public OneByOneDevice withDeadZone(float pulses) {
    return new OneByOneDevice(
        potentiation, depression, Math.max(pulses, deadZone), min, max, factors);
  }

  @Override
  public boolean isRowless() {
    return factors.areNone() || factors.any().isGapless();
  }
}
