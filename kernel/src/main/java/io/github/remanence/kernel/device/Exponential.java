package io.github.remanence.kernel.device;

/**
 * The exponential response, the main family: a step shrinks with the distance to an asymptote.
 *
 * <pre>
 * K = 1 - exp(-nu)    q(n) = (1 - exp(-nu n / P)) / K,  n / P at nu = 0
 * v' = v + q (1 - K v)
 * </pre>
 *
 * <p>Exact for any number of pulses, in one go. The family covers others, which have a name here:
 * {@link #constant}, {@link #linearStep}, {@link #softBounds}.
 *
 * @param nonlinearity nu, in [-12, 60]: 0 is linear, above 0 saturates, below 0 speeds up
 * @param pulses P: pulses that span the window, in (0, 2^40]
 */
public record Exponential(double nonlinearity, double pulses) implements Response {

  /**
   * Largest nu: a device that saturates so early that exp(-nu) leaves the range of float32. Its
   * asymptote is the end of the window to the last bit.
   */
  public static final double MAX_NONLINEARITY = 60;

  /**
   * Smallest nu: below it the first pulse of a train is lost in the rounding of a float32
   * conductance.
   */
  public static final double MIN_NONLINEARITY = -12;

  private static final double MAX_PULSES = 0x1p40;

  /** Checks both numbers. */
  public Exponential {
    if (!(nonlinearity >= MIN_NONLINEARITY && nonlinearity <= MAX_NONLINEARITY)) {
      throw new IllegalArgumentException(
          "nonlinearity must be in [%s, %s], was %s"
              .formatted(MIN_NONLINEARITY, MAX_NONLINEARITY, nonlinearity));
    }
    if (!(pulses > 0 && pulses <= MAX_PULSES)) {
      throw new IllegalArgumentException("pulses must be in (0, 2^40], was " + pulses);
    }
  }

  /**
   * The same step everywhere: v' = v + n step.
   *
   * @param step a part of the window, in [2^-40, 1]
   */
  public static Exponential constant(double step) {
    return new Exponential(0, 1 / Steps.require("step", step));
  }

  /**
   * The linear step: one pulse moves by {@code step (1 - slope v)}, so n pulses leave (1 - step
   * slope)^n of the distance to 1 / slope.
   *
   * @param step of a device at the start, a part of the window, in [2^-40, 1]
   * @param slope what the step has lost at the end of the window, at most 1, where the step is 0;
   *     below 0 the step grows. With step * slope below 1: a pulse does not jump over the asymptote
   */
  public static Exponential linearStep(double step, double slope) {
    Steps.require("step", step);
    if (!(slope <= 1 && step * slope < 1)) {
      throw new IllegalArgumentException(
          "slope must be at most 1, and below 1 / step, was %s with the step %s"
              .formatted(slope, step));
    }
    if (slope == 0) {
      return constant(step);
    }
    double nu = Math.min(-Math.log1p(-slope), MAX_NONLINEARITY);
    return new Exponential(nu, nu / -Math.log1p(-step * slope));
  }

  /**
   * Soft bounds: one pulse moves by {@code step (1 - v)}, so the end of the window is the
   * asymptote.
   *
   * @param step of a device at the start, a part of the window, in [2^-40, 1)
   */
  public static Exponential softBounds(double step) {
    return linearStep(step, 1);
  }

  @Override
  public double step(double progress) {
    return move(progress, 1);
  }

  @Override
  public double move(double progress, double n) {
    double curvature = -Math.expm1(-nonlinearity);
    double share =
        nonlinearity == 0 ? n / pulses : -Math.expm1(-nonlinearity * n / pulses) / curvature;
    return share * (1 - curvature * progress);
  }

  @Override
  public double pulsesTo(double progress) {
    return nonlinearity == 0
        ? pulses * progress
        : -pulses / nonlinearity * Math.log1p(Math.expm1(-nonlinearity) * progress);
  }

  /** nu moves linearly in s; the number of pulses must not move. */
  @Override
  public Response towards(Response other, double s) {
    if (other instanceof Exponential end && end.pulses != pulses) {
      throw new IllegalArgumentException(
          "a polarity must have the same pulses at both ends of the field law, had %s and %s"
              .formatted(pulses, end.pulses));
    }
    return other instanceof Exponential end
        ? new Exponential(Steps.between(nonlinearity, end.nonlinearity, s), pulses)
        : Response.super.towards(other, s);
  }

  /** A factor on nu; as many pulses span the window. */
  @Override
  public Response withNonlinearity(double factor) {
    return new Exponential(nonlinearity * factor, pulses);
  }
}
