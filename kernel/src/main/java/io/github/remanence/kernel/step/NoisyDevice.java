package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.lang.foreign.MemorySegment;

/**
 * Devices whose pulses are rounded, or whose answer to them is noisy.
 *
 * <p>The pulses of a device are scale times its count, rounded, times its factor; none below the
 * dead zone; and of these the ones from {@code skipped} on, at most {@code most}. Its conductance
 * goes where a device without noise goes, and from there by a deviation times a normal number:
 * upwards where the deviation is one of the window, away from the asymptote where it is one of each
 * step.
 *
 * @param device what they do without noise, factors of single devices included
 * @param law the deviation
 * @param rounding of counts
 * @param noise draws of the noise
 * @param chance draws of the rounding
 * @param firstDevice the place in the whole crossbar of the first device in memory
 * @param skipped pulses of each device that are over already
 * @param most pulses of each device that are done at once
 */
public record NoisyDevice(
    VariedDevice device,
    NoiseLaw law,
    PulseRounding rounding,
    Draws noise,
    Draws chance,
    long firstDevice,
    float skipped,
    float most)
    implements CountedDevice {

  /** 1.5 * 2^23: adding and subtracting it rounds a float below 2^22 to a whole number. */
  public static final float TO_WHOLE = 0x1.8p23f;

  /** Floats from here on are taken as whole. */
  public static final float WHOLE = 0x1p22f;

  /** Pulses of a device that are taken one by one, before the rest is taken at once. */
  private static final int MOST_SINGLE = 1024;

  /** Devices in a block that takes pulse after pulse. */
  private static final long BLOCK = 1 << 8;

  /** All pulses of an update. */
  public static NoisyDevice of(
      VariedDevice device, NoiseLaw law, PulseRounding rounding, Draws draws, long firstDevice) {
    return new NoisyDevice(
        device, law, rounding, draws.at(0), draws.at(1), firstDevice, 0, Float.POSITIVE_INFINITY);
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
    Factors factors = device.factors();
    long firstFactor = factors.first(row, col);
    if (!law.pulseByPulse()) {
      backend.noisy(this, firstFactor, scale, counts, firstCount, conductances, from, to);
      return;
    }
    for (long start = from; start < to; start += BLOCK) {
      long end = Math.min(to, start + BLOCK);
      long factor = firstFactor + start - from;
      long count = firstCount + start - from;
      int pulses = mostPulses(scale, counts, count, factor, end - start);
      for (int pulse = 0; pulse < pulses; pulse++) {
        pulse(pulse).noisy(backend, factor, scale, counts, count, conductances, start, end);
      }
    }
  }

  private void noisy(
      RangeKernel backend,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    backend.noisy(this, firstFactor, scale, counts, firstCount, conductances, from, to);
  }

  /** The pulses that a device gets, whole ones if they are rounded. */
  public static float rounded(PulseRounding rounding, Draws chance, long device, float n) {
    if (rounding == PulseRounding.NONE || !(Math.abs(n) < WHOLE)) {
      return n;
    }
    float near =
        rounding == PulseRounding.NEAREST ? n : chance.word(device) * RelaxationStep.OF_WORD + n;
    return near + TO_WHOLE - TO_WHOLE;
  }

  /** A single pulse of an update; the last one stands for all that are left. */
  private NoisyDevice pulse(int number) {
    float size = number + 1 < MOST_SINGLE ? 1 : Float.POSITIVE_INFINITY;
    return new NoisyDevice(
        device, law, rounding, noise.at(number), chance, firstDevice, number, size);
  }

  /** At least as many as any device gets, and one where none gets any. */
  private int mostPulses(
      float scale, Matrix counts, long firstCount, long firstFactor, long devices) {
    Factors factors = device.factors();
    float most = 0;
    for (long i = 0; i < devices; i++) {
      float n = scale * counts.count(firstCount + i);
      float factor = factors.onPulses(n, firstFactor + i);
      float pulses = (rounding == PulseRounding.NONE ? Math.abs(n) : Math.abs(n) + 1) * factor;
      most = pulses > most ? pulses : most; // NaN is not: one pass makes its device NaN.
    }
    return most < MOST_SINGLE ? Math.max(1, (int) Math.ceil(most)) : MOST_SINGLE;
  }

  @Override
  public NoisyDevice withDeadZone(float pulses) {
    return new NoisyDevice(
        device.withDeadZone(pulses), law, rounding, noise, chance, firstDevice, skipped, most);
  }

  @Override
  public NoisyDevice inUpdate(long number) {
    return new NoisyDevice(
        device, law, rounding, noise.at(number), chance.at(number), firstDevice, skipped, most);
  }

  @Override
  public boolean isRowless() {
    return device.isRowless();
  }
}
