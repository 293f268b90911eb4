package io.github.remanence.fit.curves;

import java.util.List;

/**
 * Measured curves, with their units.
 *
 * @param fieldUnit unit of the field, empty if the file names none
 * @param valueUnit unit of the conductance, {@code a.u.} if the file names none
 * @param curves at least one
 */
public record Measurements(String fieldUnit, String valueUnit, List<MeasuredCurve> curves) {

  /** Copies the curves, and checks that there are any. */
  public Measurements {
    curves = List.copyOf(curves);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("there are no curves");
    }
  }

  /** The magnitudes of the fields that were measured, weakest first: a field law is even. */
  public List<Double> fields() {
    return curves.stream().map(curve -> Math.abs(curve.field())).distinct().sorted().toList();
  }

  /** What was measured of one polarity in a field of that magnitude. */
  public List<MeasuredCurve> of(Polarity polarity, double field) {
    return of(polarity).stream().filter(curve -> Math.abs(curve.field()) == field).toList();
  }

  /** What was measured of one polarity. */
  public List<MeasuredCurve> of(Polarity polarity) {
    return curves.stream().filter(curve -> curve.polarity() == polarity).toList();
  }
}
