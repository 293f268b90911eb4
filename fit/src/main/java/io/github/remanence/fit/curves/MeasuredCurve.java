package io.github.remanence.fit.curves;

import java.util.List;

/**
 * The value of one device over a train of pulses of one polarity, measured once.
 *
 * @param field magnetic field during the train
 * @param polarity of its pulses
 * @param device which device, empty if there is only one
 * @param cycle which repeat on it, empty if there is only one
 * @param points in rising number of pulses, none twice
 */
public record MeasuredCurve(
    double field, Polarity polarity, String device, String cycle, List<Point> points) {

  /**
   * A measured value.
   *
   * @param pulses the device had since the start of the train
   * @param value its conductance
   */
  public record Point(double pulses, double value) {}

  /** Copies the points. */
  public MeasuredCurve {
    points = List.copyOf(points);
  }
}
