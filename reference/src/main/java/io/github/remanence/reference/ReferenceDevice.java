package io.github.remanence.reference;

/**
 * One device: its window of conductance and its response to pulses of each polarity.
 *
 * <pre>
 *   u = (G - Gmin) / R,   R = Gmax - Gmin
 *   G' = clamp(G + R step(u, n), Gmin, Gmax)       n &gt; 0 potentiates, n &lt; 0 depresses
 * </pre>
 *
 * <p><b>Units.</b> Conductance in siemens or in the user's own unit.
 *
 * <p><b>Accuracy.</b> That of {@link ExponentialResponse}, and the rounding of u and of G'.
 *
 * <p><b>Special values.</b> n = 0 leaves every G in the window bit-identical. G or n that is not
 * finite gives NaN. A finite G outside the window is taken as it is, and the clamp brings the
 * result in.
 *
 * @param minConductance Gmin; finite
 * @param maxConductance Gmax; finite, above Gmin
 * @param potentiation the response to n &gt; 0
 * @param depression the response to n &lt; 0; it also defines the pulse coordinate x
 */
public record ReferenceDevice(
    double minConductance,
    double maxConductance,
    PulseResponse potentiation,
    PulseResponse depression) {

  /**
   * Checks the window.
   *
   * @throws IllegalArgumentException if an end of the window is not finite, or Gmin is not below
   *     Gmax
   */
  public ReferenceDevice {
    Require.finite("minimum conductance", minConductance);
    Require.that(
        Double.isFinite(maxConductance - minConductance) && maxConductance > minConductance,
        "maximum conductance",
        maxConductance,
        "finite and above the minimum conductance " + minConductance);
  }

  /** {@return R = Gmax - Gmin} */
  public double range() {
    return maxConductance - minConductance;
  }

  /**
   * {@return u = (G - Gmin) / R, not clamped}
   *
   * @param conductance G
   */
  public double normalised(double conductance) {
    return (conductance - minConductance) / range();
  }

  /**
   * {@return G brought into the window; NaN if G is not finite}
   *
   * @param conductance G
   */
  public double clamped(double conductance) {
    return Double.isFinite(conductance)
        ? Math.clamp(conductance, minConductance, maxConductance)
        : Double.NaN;
  }

  /**
   * {@return G after n pulses of one sign, in closed form}
   *
   * @param conductance G
   * @param n signed pulse count: above 0 potentiates, below 0 depresses
   */
  public double update(double conductance, double n) {
    double u = normalised(conductance);
    double step = n > 0 ? potentiation.potentiationStep(u, n) : depression.depressionStep(u, -n);
    return Math.clamp(conductance + range() * step, minConductance, maxConductance);
  }

  /**
   * {@return G after n pulses of one sign, one after another, the fractional rest last}
   *
   * <p>For G in the window equal to {@link #update} up to rounding, which adds up over the pulses.
   * <b>Cost.</b> One update a pulse.
   *
   * @param conductance G
   * @param n signed pulse count: above 0 potentiates, below 0 depresses
   */
  public double updatePulseByPulse(double conductance, double n) {
    if (!Double.isFinite(n)) {
      return Double.NaN;
    }
    double onePulse = Math.signum(n);
    double rest = n;
    double g = conductance;
    while (Math.abs(rest) >= 1) {
      g = update(g, onePulse);
      rest -= onePulse;
    }
    return update(g, rest);
  }

  /** {@return whether the responses of both polarities are exponential} */
  public boolean isExponential() {
    return potentiation instanceof ExponentialResponse && depression instanceof ExponentialResponse;
  }

  /** {@return how far a single pulse of either polarity goes at most, looked for in 65 places} */
  public double largestPulse() {
    double most = 0;
    for (int i = 0; i <= 64; i++) {
      double u = i / 64.0;
      most = Math.max(most, potentiation.potentiationStep(u, 1));
      most = Math.max(most, -depression.depressionStep(u, 1));
    }
    return range() * most;
  }

  /**
   * {@return x, the pulse coordinate of G: depressing pulses from Gmax, from 0 to P}
   *
   * @param conductance G, clamped to the window first; not finite gives NaN
   */
  public double pulsesTo(double conductance) {
    return depression.pulsesTo(normalised(conductance));
  }

  /**
   * {@return w(x), the conductance x depressing pulses after Gmax}
   *
   * @param x pulse coordinate; 0 and less give Gmax, more than P gives Gmin
   */
  public double conductanceAfter(double x) {
    return update(maxConductance, -x);
  }
}
