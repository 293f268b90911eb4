package io.github.remanence.kernel.device;

/**
 * Cycle-to-cycle noise: how far a device's answer to the same pulses differs from time to time.
 *
 * <p>With r = exp(-nu / P), D the distance to the asymptote and R the window, n pulses move an
 * exponential device to r^n D on average, and spread it with the variance
 *
 * <pre>
 * PER_STEP       D^2 ((r^2 + (1 - r)^2 sigma^2)^n - r^(2n))
 * RANGE_SQRT_N   R^2 sigma^2 (1 - r^(2n)) / (1 - r^2)         linear devices: R^2 sigma^2 n
 * RANGE          R^2 sigma^2
 * </pre>
 *
 * <p>Then the clamp brings them into the window. No pulse, no noise. For devices of other families
 * there are no such variances; what each pulse does is the same.
 *
 * @param convention what sigma is a part of
 * @param sigma standard deviation, in [0, 1000]; 0 is no noise, and draws no number
 * @param mode one draw for an update, or one for each pulse
 */
public record CycleNoise(Convention convention, double sigma, Mode mode) {

  /** No noise. */
  public static final CycleNoise NONE = new CycleNoise(Convention.PER_STEP, 0, Mode.AGGREGATE);

  private static final double MOST = 1000;

  /** What the standard deviation is a part of; tools differ in this. */
  public enum Convention {
    /** Of the step: each pulse does 1 + sigma xi times what it should (aihwkit). */
    PER_STEP,
    /**
     * Of the window, for each pulse: after n pulses of a linear device sigma R sqrt(n) (NeuroSim,
     * whose formula this is for n = 1 and for linear devices; where a device saturates later pulses
     * pull back what earlier ones spread, which NeuroSim leaves out).
     */
    RANGE_SQRT_N,
    /** Of the window, once for each update, however many pulses it has (DNN+NeuroSim). */
    RANGE
  }

  /** How often a number is drawn. */
  public enum Mode {
    /**
     * Once for an update. Mean and variance are those of the pulses one by one, while no device
     * comes near an end of its window: there single pulses are clamped each, an aggregate once. The
     * skew of PER_STEP is lost; it grows with sigma and with the part of the way that is done.
     *
     * <p>Devices of other families than the exponential one take the mean and the deviation from
     * pulse to pulse, as if they were normal before each: half the time of PULSE_BY_PULSE. While
     * the deviation is at most a tenth of the window, the mean is within 0.01 of it and the
     * deviation within 0.01 of itself; where steps have kinks, as between the points of a measured
     * curve, within 0.05 and 0.1 for a sigma of a third of a step or 0.01 of the window.
     */
    AGGREGATE,
    /**
     * Once for each pulse, and once for a fraction at the end: the law itself, at the cost of an
     * update for each pulse. The pulses of an exponential device beyond the first 1,024 are taken
     * together. For RANGE, which is a law of whole updates, the same as AGGREGATE.
     */
    PULSE_BY_PULSE
  }

  /** Checks sigma. */
  public CycleNoise {
    if (!(sigma >= 0 && sigma <= MOST)) {
      throw new IllegalArgumentException(
          "the sigma of cycle-to-cycle noise must be in [0, %s], was %s".formatted(MOST, sigma));
    }
  }

  /** Whether there is none. */
  public boolean isNone() {
    return sigma == 0;
  }
}
