package io.github.remanence.reference;

import java.util.List;

/**
 * A measured curve v(x), straight between its points: n pulses lead from x to x + n. What is
 * outside the window is taken as the end of the curve that it is beyond.
 *
 * @param pulses x of each point, from 0 on, growing
 * @param travelled v of each point, from 0 to 1, growing
 */
public record TabulatedResponse(List<Double> pulses, List<Double> travelled)
    implements PulseResponse {

  @Override
  public double potentiationStep(double u, double n) {
    return curve(inverse(Math.clamp(u, 0.0, 1.0)) + n) - u;
  }

  @Override
  public double depressionStep(double u, double n) {
    return 1 - u - curve(inverse(1 - Math.clamp(u, 0.0, 1.0)) + n);
  }

  @Override
  public double pulsesTo(double u) {
    return inverse(1 - u);
  }

  private double curve(double x) {
    return line(pulses, travelled, x);
  }

  private double inverse(double v) {
    return line(travelled, pulses, v);
  }

  /** y at x, point after point; the last y beyond them. */
  private static double line(List<Double> xs, List<Double> ys, double x) {
    for (int i = 1; i < xs.size(); i++) {
      if (x <= xs.get(i)) {
        double part = (x - xs.get(i - 1)) / (xs.get(i) - xs.get(i - 1));
        return ys.get(i - 1) + part * (ys.get(i) - ys.get(i - 1));
      }
    }
    return ys.getLast();
  }
}
