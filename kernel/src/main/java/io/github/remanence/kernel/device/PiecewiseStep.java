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

  /** Pulses on one line from which on they are taken at once: as long as two logarithms take. */
  private static final double MANY = 32;

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
    int node = node(place);
    return Steps.between(steps.get(node), steps.get(node + 1), Math.clamp(place - node, 0, 1));
  }

  private int node(double place) {
    return Math.clamp((int) place, 0, steps.size() - 2);
  }

  /**
   * Line after line: on a line S(v) every pulse makes the next step 1 + S' times as large, so that
   * k pulses move by S(v) ((1 + S')^k - 1) / S'.
   */
  @Override
  public double move(double progress, double pulses) {
    int lines = steps.size() - 1;
    double now = progress;
    double left = pulses;
    while (left >= 1 && now < 1) {
      double step = step(now);
      if (now + step == now) {
        break; // Pulses that do nothing go on doing nothing.
      }
      int node = node(now * lines);
      double slope = (steps.get(node + 1) - steps.get(node)) * lines;
      double end = (node + 1.0) / lines;
      if (end - now > MANY * Math.max(step, steps.get(node + 1))) {
        double taken = Math.min(Math.floor(left), pulsesOnLine(step, slope, end - now));
        now += step * growth(slope, taken);
        left -= taken;
      } else {
        do {
          now += step;
          step += slope * step;
          left--;
        } while (left >= 1 && now < end && now + step > now);
      }
    }
    return (now < 1 ? now + Math.min(left, 1) * step(now) : now) - progress;
  }

  /** Whole pulses until a line is left; infinite if it never is. */
  private static double pulsesOnLine(double step, double slope, double length) {
    double change = slope * length / step;
    if (change <= -1) {
      return Double.POSITIVE_INFINITY;
    }
    double pulses = slope == 0 ? length / step : Math.log1p(change) / Math.log1p(slope);
    return Math.max(Math.ceil(pulses), 1);
  }

  /** The sum of k steps on a line, as a multiple of the first. */
  private static double growth(double slope, double k) {
    return slope == 0 ? k : Math.expm1(k * Math.log1p(slope)) / slope;
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
