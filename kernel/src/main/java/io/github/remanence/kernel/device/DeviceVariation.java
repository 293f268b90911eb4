package io.github.remanence.kernel.device;

/**
 * Device-to-device variation: each device has frozen factors of its own on what the model says.
 *
 * @param pulses on the number of pulses n that a device feels
 * @param span on P, the pulses that span the window: a device with factor 2 needs twice as many
 * @param nonlinearity on nu
 * @param min on Gmin
 * @param max on Gmax
 * @param samePolarities whether a device has the same factors for potentiation as for depression,
 *     or independent ones on n, P and nu
 * @param stuck devices that never move
 */
public record DeviceVariation(
    Spread pulses,
    Spread span,
    Spread nonlinearity,
    Spread min,
    Spread max,
    boolean samePolarities,
    StuckDevices stuck) {

  /** All devices are alike. */
  public static final DeviceVariation NONE =
      new DeviceVariation(
          Spread.NONE, Spread.NONE, Spread.NONE, Spread.NONE, Spread.NONE, true, StuckDevices.NONE);

  /** Checks that nothing is missing. */
  public DeviceVariation {
    if (pulses == null
        || span == null
        || nonlinearity == null
        || min == null
        || max == null
        || stuck == null) {
      throw new IllegalArgumentException(
          "a device variation needs 'pulses', 'span', 'nonlinearity', 'min', 'max' and 'stuck'");
    }
  }

  /** Factors on the number of pulses, and nothing else. */
  public static DeviceVariation ofPulses(Spread pulses) {
    return new DeviceVariation(
        pulses, NONE.span, NONE.nonlinearity, NONE.min, NONE.max, NONE.samePolarities, NONE.stuck);
  }

  /** Whether all devices are alike. */
  public boolean isNone() {
    return pulses.isNone()
        && span.isNone()
        && nonlinearity.isNone()
        && min.isNone()
        && max.isNone()
        && stuck.isNone();
  }
}
