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
    implements OneByOneDevice {

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
  public float given(long place, float n) {
    return NoisyDevice.rounded(rounding, chance, firstDevice + place, n);
  }

  @Override
  public double distance(long place, boolean depresses, double progress, double pulses) {
    Response response = depresses ? curve.depression() : curve.potentiation();
    double end =
        cycleNoise.isNone() || cycleNoise.convention() == Convention.RANGE
            ? progress + OneByOneDevice.move(response, progress, pulses)
            : pulseByPulse(firstDevice + place, response, progress, pulses);
    if (!cycleNoise.isNone() && cycleNoise.convention() == Convention.RANGE) {
      end = Math.clamp(end, 0, 1) + cycleNoise.sigma() * noise.normal(firstDevice + place);
    }
    return Math.clamp(end, 0, 1) - progress;
  }

  private double pulseByPulse(long device, Response response, double start, double pulses) {
    double left = Math.min(pulses, ResponseStep.MOST_PULSES);
    double progress = start;
    for (long pulse = 0; left > 0; pulse++) {
      double part = Math.min(left, 1);
      double moved = OneByOneDevice.move(response, progress, part);
      double spread = spread(response, progress, part);
      if (moved == 0 && spread == 0) {
        break; // And so will all the others do nothing.
      }
      double noisy = moved + spread * noise.at(pulse).normal(device);
      progress = Math.clamp(progress + noisy, 0, 1);
      left -= part;
    }
    return progress;
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
}
