package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A device that no backend has arithmetic for: one at a time, in double, by {@link Response#move}.
 * The same bits on every backend, since none of them takes part.
 */
public sealed interface OneByOneDevice extends CountedDevice
    permits PlainResponses, NoisyResponses {

  /** Window and responses. */
  DeviceCurve curve();

  /** Fewer pulses do nothing. */
  float deadZone();

  /** On the pulses of each device, if any. */
  Factors factors();

  /** The pulses that a device gets for n in its count, before its factor. */
  default float given(long place, float n) {
    return n;
  }

  /**
   * How much of the window a device moves on in the direction of its pulses; NaN if its response
   * gives no step.
   *
   * @param place of the device in memory
   * @param progress where it is, in [0, 1]
   */
  double distance(long place, boolean depresses, double progress, double pulses);

  /** What a response does, where that is a step: what is none makes its own device NaN. */
  static double move(Response response, double progress, double pulses) {
    double moved = response.move(progress, pulses);
    return moved >= 0 ? moved : Double.NaN;
  }

  @Override
  default void count(
      RangeKernel backend,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to,
      long row,
      long col) {
    long firstFactor = factors().first(row, col);
    for (long i = from; i < to; i++) {
      float n = given(i, scale * counts.count(firstCount + i - from));
      float felt = n * factors().onPulses(n, firstFactor + i - from);
      float g = conductances.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      conductances.setAtIndex(ValueLayout.JAVA_FLOAT, i, moved(i, felt, g));
    }
  }

  private float moved(long place, float n, float g) {
    float min = (float) curve().minConductance();
    float max = (float) curve().maxConductance();
    if (!Float.isFinite(n) || !Float.isFinite(g)) {
      return Float.NaN;
    }
    float inside = g > max ? max : g < min ? min : g;
    float pulses = Math.abs(n);
    if (pulses < deadZone()) {
      return inside;
    }
    boolean depresses = n < 0;
    double range = (double) max - min;
    double progress = (depresses ? (double) max - inside : (double) inside - min) / range;
    double distance = distance(place, depresses, progress, pulses);
    return distance == 0
        ? inside
        : Math.clamp((float) (inside + (depresses ? -distance : distance) * range), min, max);
  }

  @Override
  default boolean isRowless() {
    return factors().areRowless();
  }
}
