package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.CycleNoise;

/**
 * Cycle-to-cycle noise, compiled: the standard deviation of a device after its pulses.
 *
 * <p>With a pulses felt by the common device, e = 2^(rate a) - 1 and s = sigma:
 *
 * <pre>
 * PER_STEP       (e + 1) sqrt(2^(growth n) - 1) of the distance to the asymptote,
 *                growth = log2(1 + s^2 ((1 - r) / r)^2)
 * RANGE_SQRT_N   sqrt(relaxation e (e + 2)) of the window,  relaxation = -s^2 / (1 - r^2)
 * RANGE          s of the window
 * </pre>
 *
 * <p>A factor on nu changes r from device to device; then growth and relaxation are computed for
 * each from s and the rate.
 *
 * @param kind what the deviation is a part of
 * @param sigma as given
 * @param potentiation growth or relaxation
 * @param depression growth or relaxation
 * @param pulseByPulse whether every pulse is an update of its own
 */
public record NoiseLaw(
    Kind kind, float sigma, float potentiation, float depression, boolean pulseByPulse) {

  /** No noise at all. */
  public static final NoiseLaw NONE = new NoiseLaw(Kind.NONE, 0, 0, 0, false);

  /** What the deviation is a part of. */
  public enum Kind {
    /** Of nothing. */
    NONE,
    /** Of each step. */
    PER_STEP,
    /** Of the window, for each pulse. */
    RANGE_SQRT_N,
    /** Of the window, for each update. */
    RANGE;

    /** Whether the deviation is one of the window and is added to the conductance. */
    public boolean isOfRange() {
      return this == RANGE_SQRT_N || this == RANGE;
    }
  }

  /** Most that one pulse may do: it leaves 2^-40 of the distance to the asymptote. */
  public static final float MOST_LOG = 40;

  /** Compiles the noise of a device on a curve; P pulses of a polarity span the window. */
  public static NoiseLaw of(CycleNoise noise, ExponentialCurve curve, double up, double down) {
    if (noise.isNone()) {
      return NONE;
    }
    double sigma = noise.sigma();
    double nuUp = curve.potentiationNonlinearity();
    double nuDown = curve.depressionNonlinearity();
    boolean single = noise.mode() == CycleNoise.Mode.PULSE_BY_PULSE;
    return switch (noise.convention()) {
      case PER_STEP ->
          new NoiseLaw(
              Kind.PER_STEP,
              (float) sigma,
              growth(sigma, nuUp, up),
              growth(sigma, nuDown, down),
              single);
      case RANGE_SQRT_N ->
          new NoiseLaw(
              Kind.RANGE_SQRT_N,
              (float) sigma,
              relaxation(sigma, nuUp, up),
              relaxation(sigma, nuDown, down),
              single);
      case RANGE -> new NoiseLaw(Kind.RANGE, (float) sigma, 0, 0, false);
    };
  }

  private static float growth(double sigma, double nu, double pulses) {
    double perPulse = Polarity.awayFromZero(nu) / pulses;
    if (perPulse / Math.log(2) > MOST_LOG) {
      throw new IllegalArgumentException(
          ("noise of each step needs a device that a single pulse does not end;"
                  + " nu / P is %s, at most %s")
              .formatted(perPulse, MOST_LOG * Math.log(2)));
    }
    double step = sigma * Math.expm1(perPulse);
    return (float) (Math.log1p(step * step) / Math.log(2));
  }

  private static float relaxation(double sigma, double nu, double pulses) {
    return (float) (sigma * sigma / Math.expm1(-2 * Polarity.awayFromZero(nu) / pulses));
  }
}
