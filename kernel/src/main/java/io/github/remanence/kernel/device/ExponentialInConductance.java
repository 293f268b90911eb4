package io.github.remanence.kernel.device;

/**
 * A step that falls exponentially with the conductance: one pulse moves by
 *
 * <pre>step exp(-decay v)</pre>
 *
 * <p>The step of Querlioz et al., IEEE Trans. Nanotechnol. 12(3), 288 (2013): dG = alpha exp(-beta
 * v), where alpha is step times the window. More pulses are taken one by one.
 *
 * @param step of a device at the start, a part of the window, in [2^-40, 1]
 * @param decay what of the logarithm of the step is lost over the window, in [-60, 60]
 */
public record ExponentialInConductance(double step, double decay) implements Response {

  private static final double MAX_DECAY = 60;

  /** Checks the numbers. */
  public ExponentialInConductance {
    Steps.require("step", step);
    Steps.requireWithin("decay", decay, -MAX_DECAY, MAX_DECAY);
  }

  @Override
  public double step(double progress) {
    return step * Math.exp(-decay * progress);
  }

  /** Both numbers move linearly in s. */
  @Override
  public Response towards(Response other, double s) {
    return other instanceof ExponentialInConductance end
        ? new ExponentialInConductance(
            Steps.between(step, end.step, s), Steps.between(decay, end.decay, s))
        : Response.super.towards(other, s);
  }

  /** A factor on the decay; the step at the start stays. */
  @Override
  public Response withNonlinearity(double factor) {
    return new ExponentialInConductance(step, decay * factor);
  }
}
