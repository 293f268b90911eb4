package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.VariedDevice.Factors;

/**
 * The update of devices of any response family with rounded pulses or cycle-to-cycle noise: one
 * device at a time, in double, and so the same bits on every backend.
 *
 * <p>Noise at once is that of {@link NoiseAtOnce}. Pulse by pulse, with f = 1, and at the end the
 * part of a pulse that is left over:
 *
 * <pre>
 * PER_STEP       v' = clamp(v + f S(v) + sigma S(v) sqrt(f) xi)
 * RANGE_SQRT_N   v' = clamp(v + f S(v) + sigma sqrt(f) xi)
 * RANGE          the same without noise, and then v' = clamp(v + sigma xi), once
 * </pre>
 *
 * @param curve window and responses
 * @param deadZone fewer pulses do nothing
 * @param factors of each device, if any
 * @param cycleNoise by pulse, at once, or of whole updates
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
    implements OneByOneDevice {

  /** All pulses of an update. */
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

  @Override
  public float given(long place, float n) {
    return NoisyDevice.rounded(rounding, chance, firstDevice + place, n);
  }

  @Override
  public double distance(long place, Response response, double progress, double pulses) {
    return Math.clamp(end(firstDevice + place, response, progress, pulses), 0, 1) - progress;
  }

  private double end(long device, Response response, double progress, double pulses) {
    if (cycleNoise.isNone()) {
      return progress + OneByOneDevice.move(response, progress, pulses);
    }
    if (cycleNoise.convention() == Convention.RANGE) {
      double moved = OneByOneDevice.move(response, progress, pulses);
      return Math.clamp(progress + moved, 0, 1) + cycleNoise.sigma() * noise.normal(device);
    }
    return cycleNoise.mode() == Mode.AGGREGATE
        ? NoiseAtOnce.end(response, cycleNoise, progress, pulses, noise.normal(device))
        : pulseByPulse(device, response, progress, pulses);
  }

  private double pulseByPulse(long device, Response response, double start, double pulses) {
    double left = Math.min(pulses, ResponseStep.MOST_PULSES);
    double progress = start;
    for (long pulse = 0; left > 0; pulse++) {
      double part = Math.min(left, 1);
      double step = OneByOneDevice.requireStep(response.step(progress));
      // Not move at the end of the window, which is over before there is noise.
      double moved =
          part < 1 && progress < 1 ? OneByOneDevice.move(response, progress, part) : part * step;
      double ofOne = cycleNoise.convention() == Convention.PER_STEP ? step : 1;
      double spread = cycleNoise.sigma() * ofOne * Math.sqrt(part);
      if (moved == 0 && spread == 0) {
        break; // And so will all the others do nothing.
      }
      double noisy = moved + spread * noise.at(pulse).normal(device);
      progress = Math.clamp(progress + noisy, 0, 1);
      left -= part;
    }
    return progress;
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
}
