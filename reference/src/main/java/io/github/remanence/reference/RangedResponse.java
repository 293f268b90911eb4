package io.github.remanence.reference;

/**
 * A response through a part of the window: pulses leave a device alone that is past the end, and
 * take one that is before the start as if it were there.
 *
 * @param response in the part
 * @param from where the part starts, of what a device has travelled
 * @param to where it ends
 */
public record RangedResponse(PulseResponse response, double from, double to)
    implements PulseResponse {

  @Override
  public double potentiationStep(double u, double n) {
    return travel(u, response.potentiationStep(inside(u), n));
  }

  @Override
  public double depressionStep(double u, double n) {
    return -travel(1 - u, -response.depressionStep(1 - inside(1 - u), n));
  }

  @Override
  public double pulsesTo(double u) {
    return response.pulsesTo(1 - inside(1 - u));
  }

  @Override
  public RangedResponse withNonlinearity(double factor) {
    return new RangedResponse(response.withNonlinearity(factor), from, to);
  }

  private double travel(double v, double part) {
    return Math.max(0, Math.min((to - from) * part, to - v));
  }

  private double inside(double v) {
    return Math.clamp((v - from) / (to - from), 0.0, 1.0);
  }
}
