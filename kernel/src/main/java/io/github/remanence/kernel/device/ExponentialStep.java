package io.github.remanence.kernel.device;

/**
 * The exp step of aihwkit: one pulse moves by
 *
 * <pre>step max(1 - amplitude exp(rate v), 0)</pre>
 *
 * <p>More pulses are taken one by one: there is no closed form. aihwkit writes it for a weight w as
 * {@code 1 - A exp(gamma z)} with {@code z = 2 a w / (wmax - wmin) + b}; {@link
 * AihwkitDevice#expStep} takes its numbers.
 *
 * @param step a part of the window, in [2^-40, 1]
 * @param amplitude what is lost at the start, in [-1000, 1000]; below 0 the step is larger there,
 *     above 1 it is 0
 * @param rate how fast the loss grows, in [-60, 60]
 */
public record ExponentialStep(double step, double amplitude, double rate) implements Response {

  private static final double MAX_RATE = 60;
  private static final double MAX_AMPLITUDE = 1000;

  /** Checks the numbers. */
  public ExponentialStep {
    Steps.require("step", step);
    Steps.requireWithin("amplitude", amplitude, -MAX_AMPLITUDE, MAX_AMPLITUDE);
    Steps.requireWithin("rate", rate, -MAX_RATE, MAX_RATE);
  }

  @Override
  public double step(double progress) {
    return step * Math.max(1 - amplitude * Math.exp(rate * progress), 0);
  }

  /** All three numbers move linearly in s. */
  @Override
  public Response towards(Response other, double s) {
    return other instanceof ExponentialStep end
        ? new ExponentialStep(
            Steps.between(step, end.step, s),
            Steps.between(amplitude, end.amplitude, s),
            Steps.between(rate, end.rate, s))
        : Response.super.towards(other, s);
  }

  /** A factor on the rate; the step at the start stays. */
  @Override
  public Response withNonlinearity(double factor) {
    return new ExponentialStep(step, amplitude, rate * factor);
  }
}
