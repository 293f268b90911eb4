package io.github.remanence.kernel.device;

/**
 * A response that runs through a part of the window only, where the other polarity has another
 * range. Its pulses leave a device alone that is beyond the end, and take one that is before the
 * start as if it were there.
 *
 * @param response in the part
 * @param from progress where the part starts, in [0, to)
 * @param to progress where it ends, in (from, 1]
 */
public record Ranged(Response response, double from, double to) implements Response {

  /** Checks the part. */
  public Ranged {
    if (!(from >= 0 && from < to && to <= 1)) {
      throw new IllegalArgumentException(
          "a range needs 0 <= from < to <= 1, was from %s to %s".formatted(from, to));
    }
  }

  @Override
  public double step(double progress) {
    return move(progress, 1);
  }

  @Override
  public double move(double progress, double pulses) {
    double moved = (to - from) * response.move(inside(progress), pulses);
    return Math.clamp(moved, 0, Math.max(to - progress, 0));
  }

  @Override
  public double pulsesTo(double progress) {
    return progress > to ? Double.POSITIVE_INFINITY : response.pulsesTo(inside(progress));
  }

  /** The response and both ends of its range move. */
  @Override
  public Response towards(Response other, double s) {
    return other instanceof Ranged end
        ? new Ranged(
            response.towards(end.response, s),
            Steps.between(from, end.from, s),
            Steps.between(to, end.to, s))
        : Response.super.towards(other, s);
  }

  /** A factor on what the response in the range has; the range stays. */
  @Override
  public Response withNonlinearity(double factor) {
    return new Ranged(response.withNonlinearity(factor), from, to);
  }

  private double inside(double progress) {
    return Math.clamp((progress - from) / (to - from), 0, 1);
  }
}
