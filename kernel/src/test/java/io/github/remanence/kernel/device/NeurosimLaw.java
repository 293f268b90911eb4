package io.github.remanence.kernel.device;

/**
 * One pulse of NeuroSim without noise: find the pulse on the curve of the polarity, go on by one,
 * and clip ({@code NonlinearWeight}, {@code InvNonlinearWeight} and {@code RealDevice::Write}).
 * Both polarities run along the same formula, with the sign of their A. Written for the comparison
 * from those formulas; nothing of the product is used.
 *
 * @param normalisedLtp A of potentiation by the number of pulses, with the sign of its label
 * @param normalisedLtd A of depression
 * @param pulsesLtp maxNumLevelLTP
 * @param pulsesLtd maxNumLevelLTD
 * @param min minConductance
 * @param max maxConductance
 */
record NeurosimLaw(
    double normalisedLtp,
    double normalisedLtd,
    int pulsesLtp,
    int pulsesLtd,
    double min,
    double max)
    implements PulseLaw {

  @Override
  public double after(double g, boolean up) {
    double pulses = up ? pulsesLtp : pulsesLtd;
    double a = (up ? normalisedLtp : normalisedLtd) * pulses;
    double b = (max - min) / (1 - Math.exp(-pulses / a));
    double x = -a * Math.log(1 - (g - min) / b) + (up ? 1 : -1);
    double moved = b * (1 - Math.exp(-x / a)) + min;
    return Math.min(Math.max(moved, min), max);
  }

  /**
   * A of a label, from what a label means: the curve bulges 0.07 label from the diagonal of the
   * unit square.
   */
  static double normalisedOf(double label) {
    double low = 1e-3;
    double high = 1e5;
    while (high / low > 1 + 1e-14) {
      double middle = Math.sqrt(low * high);
      if (bulge(middle) > 0.07 * Math.abs(label)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.copySign(low, label);
  }

  /** The largest distance across the diagonal, by golden section: the curve is concave. */
  private static double bulge(double a) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double from = 0;
    double to = 1;
    for (int i = 0; i < 90; i++) {
      double left = to - ratio * (to - from);
      double right = from + ratio * (to - from);
      if (above(left, a) < above(right, a)) {
        from = left;
      } else {
        to = right;
      }
    }
    return above((from + to) / 2, a) / Math.sqrt(2);
  }

  private static double above(double x, double a) {
    return -Math.expm1(-x / a) / -Math.expm1(-1 / a) - x;
  }
}
