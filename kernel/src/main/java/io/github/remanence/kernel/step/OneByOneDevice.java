package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.lang.foreign.MemorySegment;

/**
 * A device that no backend has arithmetic for: one at a time, in double, by {@link Response#move}.
 * The same bits on every backend, since none of them takes part.
 *
 * <p>A device with factors of its own has the ends of its window as all such devices have them,
 * rounded to float32, and the response that {@link Response#withNonlinearity} makes for it.
 */
public sealed interface OneByOneDevice extends CountedDevice
    permits PlainResponses, NoisyResponses {

  /** Window and responses. */
  DeviceCurve curve();

  /** Fewer pulses do nothing. */
  float deadZone();

  /** Of each device, if any. */
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
   * @param response of its own to these pulses
   * @param progress where it is, in [0, 1]
   */
  double distance(long place, Response response, double progress, double pulses);

  /** What a response does, where that is a step: what is none makes its own device NaN. */
  static double move(Response response, double progress, double pulses) {
    return requireStep(response.move(progress, pulses));
  }

  /** What is no step becomes NaN. */
  static double requireStep(double step) {
    return step >= 0 ? step : Double.NaN;
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
    backend.oneByOne(this, firstFactor, scale, counts, firstCount, conductances, from, to);
  }

  /**
   * The conductance of a device after its update.
   *
   * @param place of the device in memory
   * @param factor the place of its factors
   * @param count as given
   * @param g its conductance before
   */
  default float updated(long place, long factor, float count, float g) {
    float given = given(place, count);
    float n = given * factors().onPulses(given, factor);
    if (!Float.isFinite(n) || !Float.isFinite(g)) {
      return Float.NaN;
    }
    float min = (float) curve().minConductance() * factors().onMin(factor);
    float max = (float) curve().maxConductance() * factors().onMax(factor);
    float inside = g > max ? max : g < min ? min : g;
    float pulses = Math.abs(n);
    if (pulses < deadZone()) {
      return inside;
    }
    boolean depresses = n < 0;
    double range = (double) max - min;
    double progress = (depresses ? (double) max - inside : (double) inside - min) / range;
    double distance = distance(place, response(depresses, n, factor), progress, pulses);
    return distance == 0
        ? inside
        : Math.clamp((float) (inside + (depresses ? -distance : distance) * range), min, max);
  }

  private Response response(boolean depresses, float n, long factor) {
    Response common = depresses ? curve().depression() : curve().potentiation();
    float nonlinearity = factors().onNonlinearity(n, factor);
    return nonlinearity == 1 ? common : common.withNonlinearity(nonlinearity);
  }

  @Override
  default boolean isRowless() {
    return factors().areRowless();
  }
}
