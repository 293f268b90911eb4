package io.github.remanence.reference;

import java.util.List;

/**
 * s(H): how far a magnetic field has linearised depression, 0 at no field, 1 at and above
 * saturation.
 *
 * <p>The field scale is the user's: no field value is published with the fits, so each of these
 * shapes is a choice. Only |H| counts. <b>Units.</b> H and the scales share one unit: tesla, or
 * reduced (H / Hsat).
 */
public sealed interface Linearisation {

  /**
   * {@return s(H), from 0 to 1}
   *
   * @param field H, of either sign
   * @throws IllegalArgumentException if H is not finite
   */
  default double at(double field) {
    double h = Math.abs(Require.finite("field", field));
    return switch (this) {
      case Ramp(double saturation) -> Math.min(h / saturation, 1);
      case Tanh(double scale) -> Math.tanh(h / scale);
      case Exponential(double scale) -> -Math.expm1(-h / scale);
      case Measured measured -> measured.interpolated(h);
    };
  }

  /**
   * s = clamp(|H| / Hsat, 0, 1).
   *
   * @param saturationField Hsat; above 0
   */
  record Ramp(double saturationField) implements Linearisation {
    /** Checks the field. */
    public Ramp {
      Require.positive("saturation field", saturationField);
    }
  }

  /**
   * s = tanh(|H| / H0).
   *
   * @param scaleField H0; above 0
   */
  record Tanh(double scaleField) implements Linearisation {
    /** Checks the field. */
    public Tanh {
      Require.positive("scale field", scaleField);
    }
  }

  /**
   * s = 1 - exp(-|H| / H0).
   *
   * @param scaleField H0; above 0
   */
  record Exponential(double scaleField) implements Linearisation {
    /** Checks the field. */
    public Exponential {
      Require.positive("scale field", scaleField);
    }
  }

  /**
   * One measured point of s(H).
   *
   * @param field |H|; at least 0
   * @param linearisation s; from 0 to 1
   */
  record Point(double field, double linearisation) {
    /** Checks the point. */
    public Point {
      Require.that(
          field >= 0 && Double.isFinite(field), "field of a point", field, "finite and at least 0");
      Require.fraction("linearisation of a point", linearisation);
    }
  }

  /**
   * Measured points, a straight line between neighbours, flat outside.
   *
   * @param points at least two, the fields increasing
   */
  record Measured(List<Point> points) implements Linearisation {
    /** Checks the order of the points and keeps a copy of them. */
    public Measured {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new IllegalArgumentException(
            "measured linearisation needs at least two points, got " + points.size());
      }
      for (int i = 1; i < points.size(); i++) {
        double before = points.get(i - 1).field();
        double field = points.get(i).field();
        Require.that(
            field > before, "field of point " + i, field, "above the one before, " + before);
      }
    }

    private double interpolated(double h) {
      int i = 1;
      while (i < points.size() - 1 && h > points.get(i).field()) {
        i++;
      }
      Point left = points.get(i - 1);
      Point right = points.get(i);
      double t = Math.clamp((h - left.field()) / (right.field() - left.field()), 0.0, 1.0);
      return (1 - t) * left.linearisation() + t * right.linearisation();
    }
  }
}
