package io.github.remanence.kernel.device;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A step that is measured at some places and linear between them. More pulses are taken one by one.
 *
 * @param steps of a device at v = 0, 1 / (k - 1), ..., 1: parts of the window, each in [0, 1]; at
 *     least 2, at most 1024
 */
public record PiecewiseStep(List<Double> steps) implements Response {

  private static final int MOST = 1024;

  /** Copies and checks the steps. */
  public PiecewiseStep {
    steps = List.copyOf(steps);
    if (steps.size() < 2 || steps.size() > MOST) {
      throw new IllegalArgumentException(
          "a piecewise step needs 2 to %d steps, had %d".formatted(MOST, steps.size()));
    }
    for (double step : steps) {
      Steps.requireWithin("each of the steps", step, 0, 1);
    }
  }

  @Override
  public double step(double progress) {
    double place = progress * (steps.size() - 1);
    int node = Math.clamp((int) place, 0, steps.size() - 2);
    return Steps.between(steps.get(node), steps.get(node + 1), Math.clamp(place - node, 0, 1));
  }

  /** Each step moves linearly in s. */
  @Override
  public Response towards(Response other, double s) {
    return other instanceof PiecewiseStep(List<Double> ends) && ends.size() == steps.size()
        ? new PiecewiseStep(
            IntStream.range(0, ends.size())
                .mapToObj(i -> Steps.between(steps.get(i), ends.get(i), s))
                .toList())
        : Response.super.towards(other, s);
  }
}
