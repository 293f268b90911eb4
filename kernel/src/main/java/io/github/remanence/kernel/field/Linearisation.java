package io.github.remanence.kernel.field;

import java.util.List;

/**
 * The linearisation law s(H): how linear depression has become at a magnetic field H.
 *
 * <p>Every law is even in H, 0 at H = 0 (a measured one: whatever was measured there), never falls
 * as |H| rises and stays in [0, 1]. Which law a device follows is a choice of this project: the
 * paper publishes both ends and nothing in between.
 *
 * <p><b>Units.</b> Any unit of field, the same as in {@link FieldState}.
 */
public sealed interface Linearisation {

  /**
   * The linearisation at a field.
   *
   * @param field the magnetic field H, finite, of either sign
   * @return s(H) in [0, 1]
   */
  double at(double field);

  /**
   * Rises in proportion to the field and stops at saturation: s = clamp(|H| / Hsat, 0, 1).
   *
   * @param saturationField Hsat, positive
   */
  record Clamped(double saturationField) implements Linearisation {
    /** Checks the field scale. */
    public Clamped {
      requireScale("saturationField", saturationField);
    }

    @Override
    public double at(double field) {
      return Math.min(Math.abs(field) / saturationField, 1);
    }
  }

  /**
   * Approaches saturation like a magnetisation curve: s = tanh(|H| / H0).
   *
   * @param scaleField H0, positive
   */
  record Tanh(double scaleField) implements Linearisation {
    /** Checks the field scale. */
    public Tanh {
      requireScale("scaleField", scaleField);
    }

    @Override
    public double at(double field) {
      return Math.tanh(Math.abs(field) / scaleField);
    }
  }

  /**
   * Approaches saturation exponentially: s = 1 - exp(-|H| / H0).
   *
   * @param scaleField H0, positive
   */
  record Exponential(double scaleField) implements Linearisation {
    /** Checks the field scale. */
    public Exponential {
      requireScale("scaleField", scaleField);
    }

    @Override
    public double at(double field) {
      return -Math.expm1(-Math.abs(field) / scaleField);
    }
  }

  /**
   * Measured points, joined by straight lines, flat beyond the first and the last.
   *
   * @param points at least one, in strictly rising field, with a linearisation that never falls
   */
  record Measured(List<Point> points) implements Linearisation {
    /** Copies and checks the points. */
    public Measured {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a measured linearisation needs at least one point");
      }
      for (int i = 1; i < points.size(); i++) {
        requireOrder(points.get(i - 1), points.get(i));
      }
    }

    @Override
    public double at(double field) {
      double h = Math.abs(field);
      Point below = points.getFirst();
      for (Point above : points) {
        if (h < above.field()) {
          return between(below, above, h);
        }
        below = above;
      }
      return below.linearisation();
    }

    private static double between(Point below, Point above, double h) {
      double run = above.field() - below.field();
      double share = run > 0 ? (h - below.field()) / run : 1;
      return below.linearisation() + share * (above.linearisation() - below.linearisation());
    }

    private static void requireOrder(Point before, Point after) {
      if (!(before.field() < after.field() && before.linearisation() <= after.linearisation())) {
        throw new IllegalArgumentException(
            "measured points must rise in field and never fall in linearisation, but %s is followed by %s"
                .formatted(before, after));
      }
    }
  }

  /**
   * One measured point of a linearisation law.
   *
   * @param field |H|, not negative
   * @param linearisation s in [0, 1]
   */
  record Point(double field, double linearisation) {
    /** Checks both numbers. */
    public Point {
      if (!(field >= 0 && field < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the field of a measured point must be finite and not negative, was " + field);
      }
      if (!(linearisation >= 0 && linearisation <= 1)) {
        throw new IllegalArgumentException(
            "the linearisation of a measured point must be in [0, 1], was " + linearisation);
      }
    }
  }

  private static void requireScale(String name, double scale) {
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and positive, was " + scale);
    }
  }
}
