package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The update of devices of any response family with rounded pulses or cycle-to-cycle noise: one
 * device and one pulse at a time, in double, and so the same bits on every backend.
 *
 * <p>With f = 1, and at the end the part of a pulse that is left over:
 *
 * <pre>
 * PER_STEP       v' = clamp(v + f S(v) + sigma S(v) sqrt(f) xi)
 * RANGE_SQRT_N   v' = clamp(v + f S(v) + sigma sqrt(f) xi)
 * RANGE          the same without noise, and then v' = clamp(v + sigma xi), once
 * </pre>
 *
 * @param curve window and responses
 * @param deadZone fewer pulses do nothing
 * @param factors on the pulses of each device, if any
 * @param cycleNoise by pulse, or of whole updates
 * @param rounding of the pulses
 * @param noise draws of the noise
 * @param chance draws of the rounding
 * @param firstDevice the place in the whole crossbar of the first device in memory
 */
public record NoisyResponses(
    DeviceCurve curve,
    float deadZone,
    Factors factors,
    CycleNoise cycleNoise,
    PulseRounding rounding,
    Draws noise,
    Draws chance,
    long firstDevice)
    implements CountedDevice {

  /**
   * All pulses of an update.
   *
   * @throws IllegalArgumentException if the noise is to be drawn at once, which only exponential
   *     responses have a law for
   */
  public static NoisyResponses of(
      DeviceCurve curve,
      Factors factors,
      CycleNoise cycleNoise,
      PulseRounding rounding,
      Draws draws,
      long firstDevice) {
    return new NoisyResponses(
        curve,
        Float.MIN_VALUE,
        factors,
        cycleNoise,
        rounding,
        draws.at(0),
        draws.at(1),
        firstDevice);
  }

  /** Checks that the noise has a law. */
  public NoisyResponses {
    if (cycleNoise.mode() == Mode.AGGREGATE
        && cycleNoise.convention() != Convention.RANGE
        && !cycleNoise.isNone()) {
      throw new IllegalArgumentException(
          ("%s noise at once has a law for exponential responses only, and these are %s and %s;"
                  + " take the mode PULSE_BY_PULSE")
              .formatted(cycleNoise.convention(), curve.potentiation(), curve.depression()));
    }
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
      long device = firstDevice + i;
      float n =
          NoisyDevice.rounded(
              rounding, chance, device, scale * counts.count(firstCount + i - from));
      float felt = n * factors.onPulses(n, firstFactor + i - from);
      float g = conductances.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      conductances.setAtIndex(ValueLayout.JAVA_FLOAT, i, moved(device, felt, g));
    }
  }

  private float moved(long device, float n, float g) {
    float min = (float) curve.minConductance();
    float max = (float) curve.maxConductance();
    if (!Float.isFinite(n) || !Float.isFinite(g)) {
      return Float.NaN;
    }
    float inside = g > max ? max : g < min ? min : g;
    float pulses = Math.abs(n);
    if (pulses < deadZone) {
      return inside;
    }
    double range = (double) max - min;
    double progress = (n < 0 ? (double) max - inside : (double) inside - min) / range;
    double end =
        progress(device, n < 0 ? curve.depression() : curve.potentiation(), progress, pulses);
    double conductance = n < 0 ? max - end * range : min + end * range;
    // What is not a step makes its own device NaN, as any other number that is none.
    return Double.isNaN(end) ? Float.NaN : Math.clamp((float) conductance, min, max);
  }

  private double progress(long device, Response response, double start, float pulses) {
    boolean ofUpdate = cycleNoise.convention() == Convention.RANGE;
    double left = Math.min(pulses, ResponseStep.MOST_PULSES);
    double progress = start;
    for (long pulse = 0; left > 0; pulse++) {
      double part = Math.min(left, 1);
      double moved = response.move(progress, part);
      double spread = ofUpdate || cycleNoise.isNone() ? 0 : spread(response, progress, part);
      double xi = spread == 0 ? 0 : noise.at(pulse).normal(device);
      double next = moved >= 0 ? Math.clamp(progress + moved + spread * xi, 0, 1) : Double.NaN;
      if (next == progress && spread == 0) {
        break; // And so will all the others do nothing.
      }
      progress = next;
      left -= part;
    }
    return ofUpdate && !cycleNoise.isNone()
        ? Math.clamp(progress + cycleNoise.sigma() * noise.normal(device), 0, 1)
        : progress;
  }

  private double spread(Response response, double progress, double part) {
    double ofOne = cycleNoise.convention() == Convention.PER_STEP ? response.step(progress) : 1;
    return cycleNoise.sigma() * ofOne * Math.sqrt(part);
  }

  @Override
  public NoisyResponses withDeadZone(float pulses) {
    return new NoisyResponses(
        curve,
        Math.max(pulses, deadZone),
        factors,
        cycleNoise,
        rounding,
        noise,
        chance,
        firstDevice);
  }

  @Override
  public NoisyResponses inUpdate(long number) {
    return new NoisyResponses(
        curve,
        deadZone,
        factors,
        cycleNoise,
        rounding,
        noise.at(number),
        chance.at(number),
        firstDevice);
  }

  @Override
  public boolean isRowless() {
    return factors.areNone() || factors.any().isGapless();
  }
}
