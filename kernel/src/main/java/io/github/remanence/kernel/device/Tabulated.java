package io.github.remanence.kernel.device;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A measured curve of progress against the number of pulses, without a fit.
 *
 * <p>n pulses move a device n along the curve, from wherever on it the device is; n may be
 * fractional. Between the points the curve is a straight line: monotone, and never beyond them.
 *
 * @param points of the curve, at least 2 and at most 65536; the first one is (0, 0), the progress
 *     of the last one is 1, and both numbers grow from each to the next
 */
public record Tabulated(List<Point> points) implements Response {

  private static final int MOST = 1 << 16;

  /**
   * A point of a measured curve.
   *
   * @param pulses how many lead here
   * @param progress in [0, 1]
   */
  public record Point(double pulses, double progress) {}

  /** Copies and checks the points. */
  public Tabulated {
    points = List.copyOf(points);
    if (points.size() < 2 || points.size() > MOST) {
      throw new IllegalArgumentException(
          "a tabulated response needs 2 to %d points, had %d".formatted(MOST, points.size()));
    }
    if (!points.getFirst().equals(new Point(0, 0)) || points.getLast().progress() != 1) {
      throw new IllegalArgumentException(
          "a tabulated response leads from (0, 0) to progress 1, had %s and %s"
              .formatted(points.getFirst(), points.getLast()));
    }
    for (int i = 1; i < points.size(); i++) {
      requireGrowth(points.get(i - 1), points.get(i));
    }
  }

  private static void requireGrowth(Point from, Point to) {
    if (!(to.pulses > from.pulses && to.progress > from.progress && to.pulses <= 0x1p40)) {
      throw new IllegalArgumentException(
          "pulses and progress of a tabulated response must grow from point to point, had %s and %s"
              .formatted(from, to));
    }
  }

  @Override
  public double step(double progress) {
    return move(progress, 1);
  }

  @Override
  public double move(double progress, double pulses) {
    return progress >= 1 ? 0 : progressAfter(pulsesTo(progress) + pulses) - progress;
  }

  @Override
  public double pulsesTo(double progress) {
    int after = first(progress, /* byPulses= */ false);
    Point from = points.get(after - 1);
    Point to = points.get(after);
    double part = (progress - from.progress) / (to.progress - from.progress);
    return Steps.between(from.pulses, to.pulses, part);
  }

  private double progressAfter(double pulses) {
    if (pulses >= points.getLast().pulses) {
      return 1;
    }
    int after = first(pulses, /* byPulses= */ true);
    Point from = points.get(after - 1);
    Point to = points.get(after);
    double part = (pulses - from.pulses) / (to.pulses - from.pulses);
    return Steps.between(from.progress, to.progress, part);
  }

  /** The first point beyond a number of pulses or a progress, but not the very first one. */
  private int first(double value, boolean byPulses) {
    int low = 1;
    int high = points.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      Point point = points.get(middle);
      if ((byPulses ? point.pulses : point.progress) > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Each progress moves linearly in s; the numbers of pulses must be the same. */
  @Override
  public Response towards(Response other, double s) {
    return other instanceof Tabulated(List<Point> ends) && samePulses(ends)
        ? new Tabulated(IntStream.range(0, ends.size()).mapToObj(i -> between(i, ends, s)).toList())
        : Response.super.towards(other, s);
  }

  private boolean samePulses(List<Point> ends) {
    return pulses(points).equals(pulses(ends));
  }

  private static List<Double> pulses(List<Point> points) {
    return points.stream().map(Point::pulses).toList();
  }

  private Point between(int i, List<Point> ends, double s) {
    Point from = points.get(i);
    return new Point(from.pulses, Steps.between(from.progress, ends.get(i).progress, s));
  }
}
