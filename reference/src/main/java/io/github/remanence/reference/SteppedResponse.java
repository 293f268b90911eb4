package io.github.remanence.reference;

/**
 * A response that is known one pulse at a time: whole pulses one after another, then the part of a
 * pulse that is left over, as that part of a step. Past the end of the window pulses do nothing.
 *
 * <p><b>Accuracy.</b> The rounding of one addition a pulse. <b>Cost.</b> One step a pulse.
 *
 * @param law how far one pulse goes
 */
public record SteppedResponse(StepLaw law) implements PulseResponse {

  @Override
  public double potentiationStep(double u, double n) {
    return travelled(Math.clamp(u, 0.0, 1.0), n) - u;
  }

  @Override
  public double depressionStep(double u, double n) {
    return 1 - u - travelled(1 - Math.clamp(u, 0.0, 1.0), n);
  }

  @Override
  public double pulsesTo(double u) {
    double v = 0;
    double pulses = 0;
    while (v < 1 - u) {
      double step = law.at(v);
      if (v + step == v) {
        return Double.POSITIVE_INFINITY;
      }
      pulses += Math.min(1, (1 - u - v) / step);
      v += step;
    }
    return pulses;
  }

  @Override
  public SteppedResponse withNonlinearity(double factor) {
    return new SteppedResponse(law.withNonlinearity(factor));
  }

  private double travelled(double start, double n) {
    Require.that(n >= 0, "pulse count of one polarity", n, "at least 0");
    double v = start;
    double left = n;
    do { // One pulse even at the end: what it would do there is what noise is a part of.
      double next = v + Math.min(left, 1) * law.at(v);
      if (left >= 1 && next == v) {
        return v;
      }
      v = next;
      left -= 1;
    } while (left > 0 && v < 1);
    return v;
  }
}
