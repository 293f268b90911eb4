package io.github.remanence.kernel.device;

/**
 * The power step: one pulse moves by a power of the distance to the end of the window,
 *
 * <pre>step (1 - v)^exponent</pre>
 *
 * <p>More pulses are taken one by one. With the exponent 1 it is {@link Exponential#softBounds},
 * which takes them at once.
 *
 * @param step of a device at the start, a part of the window, in [2^-40, 1]
 * @param exponent in [0, 60]
 */
public record PowerStep(double step, double exponent) implements Response {

  private static final double MAX_EXPONENT = 60;

  /** Checks the numbers. */
  public PowerStep {
    Steps.require("step", step);
    Steps.requireWithin("exponent", exponent, 0, MAX_EXPONENT);
  }

  @Override
  public double step(double progress) {
    return step * Math.pow(1 - progress, exponent);
  }

  /** Both numbers move linearly in s. */
  @Override
  public Response towards(Response other, double s) {
    return other instanceof PowerStep end
        ? new PowerStep(Steps.between(step, end.step, s), Steps.between(exponent, end.exponent, s))
        : Response.super.towards(other, s);
  }

  /** A factor on the exponent; the step at the start stays. */
  @Override
  public Response withNonlinearity(double factor) {
    return new PowerStep(step, exponent * factor);
  }
}
