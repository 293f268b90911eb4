package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.Response;

/**
 * Where noisy pulses of any response lead to, with a single draw: the mean and the deviation of
 * pulse after pulse, and at the end a normal number.
 *
 * <p>A device that is at m, give or take s, stands for two, at a and at b; f is 1, and at the end
 * the part of a pulse that is left over:
 *
 * <pre>
 * a, b = clamp(m - s), clamp(m + s)         T(v) = clamp(v + f S(v))
 * c(v) = S(v) for PER_STEP, 1 for RANGE_SQRT_N
 *
 * m'   = (T(a) + T(b)) / 2
 * s'^2 = ((T(b) - T(a)) / 2)^2 + f sigma^2 (c(a)^2 + c(b)^2) / 2
 * </pre>
 *
 * <p>Mean and deviation are exact where a step is a straight line in v, as for exponential
 * responses, and no pulse is clamped.
 */
final class NoiseAtOnce {

  private NoiseAtOnce() {}

  /**
   * Where a device ends, before the clamp; NaN if its response gives no step.
   *
   * @param start where it is, in [0, 1]
   * @param xi the normal number that was drawn
   */
  static double end(Response response, CycleNoise noise, double start, double pulses, double xi) {
    boolean perStep = noise.convention() == Convention.PER_STEP;
    double variance = noise.sigma() * noise.sigma();
    double mean = start;
    double deviation = 0;
    double left = Math.min(pulses, ResponseStep.MOST_PULSES);
    while (left > 0) {
      double part = Math.min(left, 1);
      double low = Math.clamp(mean - deviation, 0, 1);
      double high = Math.clamp(mean + deviation, 0, 1);
      double ofLow = OneByOneDevice.requireStep(response.step(low));
      double ofHigh = OneByOneDevice.requireStep(response.step(high));
      double afterLow = after(response, low, ofLow, part);
      double afterHigh = after(response, high, ofHigh, part);
      double half = (afterHigh - afterLow) / 2;
      double square = perStep ? (ofLow * ofLow + ofHigh * ofHigh) / 2 : 1;
      double nextMean = afterLow + half;
      double nextDeviation = Math.sqrt(half * half + part * variance * square);
      boolean settled = nextMean == mean && nextDeviation == deviation;
      left = settled ? (left - part) % 1 : left - part; // More whole pulses do nothing more.
      mean = nextMean;
      deviation = nextDeviation;
    }
    return mean + deviation * xi;
  }

  private static double after(Response response, double progress, double step, double part) {
    double moved = part < 1 ? OneByOneDevice.move(response, progress, part) : step;
    return Math.clamp(progress + moved, 0, 1);
  }
}
