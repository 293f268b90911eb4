package io.github.remanence.fit;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Spread;
import io.github.remanence.kernel.device.StuckDevices;

/**
 * What repeats show of how devices differ, and of noise. What they do not show is 0.
 *
 * @param devices how many were measured
 * @param cycles the most cycles of one train on one device
 * @param pulses spread from device to device of the factor on the number of pulses
 * @param min the same of the conductance where potentiation starts, relative to its mean
 * @param max the same where depression starts
 * @param samePolarities whether the factors of a device go together in both polarities
 * @param cycleNoise noise of pulses
 * @param readNoise standard deviation of a reading, in the device's unit
 */
public record Scatter(
    int devices,
    int cycles,
    double pulses,
    double min,
    double max,
    boolean samePolarities,
    CycleNoise cycleNoise,
    double readNoise) {

  /** Nothing was looked for. */
  static final Scatter NONE = new Scatter(0, 0, 0, 0, 0, true, CycleNoise.NONE, 0);

  /** The largest spread that a device file may have. */
  private static final double MOST = 10;

  /** In the form of a device model. */
  NonIdealities nonIdealities() {
    DeviceVariation variation =
        new DeviceVariation(
            new Spread(Spread.Law.ABSOLUTE_NORMAL, Math.min(pulses, MOST)),
            Spread.NONE,
            Spread.NONE,
            new Spread(Spread.Law.NORMAL, Math.min(min, MOST)),
            new Spread(Spread.Law.NORMAL, Math.min(max, MOST)),
            samePolarities,
            StuckDevices.NONE);
    return new NonIdealities(
        pulses + min + max == 0 ? DeviceVariation.NONE : variation,
        cycleNoise,
        /* deadZone= */ 0,
        PulseRounding.NONE,
        readNoise,
        /* outputNoise= */ 0);
  }
}
