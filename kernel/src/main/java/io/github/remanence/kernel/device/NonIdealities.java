package io.github.remanence.kernel.device;

/**
 * What real devices add to the response of a model: how they differ, how noisy they are, and which
 * pulses they can be given.
 *
 * @param variation how devices differ from the model, once and for all; drawn by {@link
 *     io.github.remanence.kernel.DeviceFactors#drawn}
 * @param cycleNoise how the answer of a device differs from time to time
 * @param deadZone fewer pulses do nothing; in pulses after a device's own factor, finite and not
 *     negative
 * @param rounding whether pulses are whole
 * @param readNoise standard deviation of a conductance that is read, in the device's unit
 * @param outputNoise standard deviation of an output of a matrix-vector product, in its unit
 */
public record NonIdealities(
    DeviceVariation variation,
    CycleNoise cycleNoise,
    double deadZone,
    PulseRounding rounding,
    double readNoise,
    double outputNoise) {

  /** Ideal devices. */
  public static final NonIdealities NONE =
      new NonIdealities(DeviceVariation.NONE, CycleNoise.NONE, 0, PulseRounding.NONE, 0, 0);

  /** Checks that nothing is missing and every number makes sense. */
  public NonIdealities {
    if (variation == null || cycleNoise == null || rounding == null) {
      throw new IllegalArgumentException(
          "non-idealities need 'variation', 'cycleNoise' and 'rounding'");
    }
    requireNotNegative("deadZone", deadZone);
    requireNotNegative("readNoise", readNoise);
    requireNotNegative("outputNoise", outputNoise);
  }

  /** Whether an update takes random numbers. */
  public boolean drawsInUpdates() {
    return !cycleNoise.isNone() || rounding == PulseRounding.STOCHASTIC;
  }

  /** These, with other cycle-to-cycle noise. */
  public NonIdealities withCycleNoise(CycleNoise noise) {
    return new NonIdealities(variation, noise, deadZone, rounding, readNoise, outputNoise);
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && (float) value < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be finite and not negative, was %s".formatted(name, value));
    }
  }
}
