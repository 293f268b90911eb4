package io.github.remanence.kernel.device;

/**
 * An analog synaptic device of NeuroSim (MLP+NeuroSim, DNN+NeuroSim), from the numbers that it
 * takes.
 *
 * <p>With x pulses from the start of a curve and Pmax of them for the window, potentiation goes
 *
 * <pre>G = B (1 - exp(-x / A)) + Gmin,   B = (Gmax - Gmin) / (1 - exp(-Pmax / A))</pre>
 *
 * <p>which is {@link Exponential} with P = Pmax and nu = Pmax / A. A curve is given by its
 * nonlinearity label, which stands for A / Pmax; see {@link #nonlinearity}. NeuroSim looks the
 * label up in a table, rounded down to 0.01; here the equation is solved.
 *
 * <p>Signs are those of NeuroSim, where both polarities run along the same formula: a potentiation
 * saturates with a positive label and a depression with a negative one. A device with two positive
 * labels goes back along the curve on which it came.
 *
 * <p>Source: P.-Y. Chen, X. Peng, S. Yu, IEEE Trans. Comput.-Aided Design Integr. Circuits Syst.
 * 37(12), 3067-3080 (2018), equations 8 to 10; {@code formula.cpp} and {@code RealDevice} in {@code
 * Cell.cpp} of github.com/neurosim/MLP_NeuroSim_V3.0.
 *
 * @param nlLtp {@code NL_LTP}, the label of potentiation, in [-9, 9]
 * @param nlLtd {@code NL_LTD}, the label of depression, in [-9, 9]
 * @param pulsesLtp {@code maxNumLevelLTP}, pulses of potentiation for the window
 * @param pulsesLtd {@code maxNumLevelLTD}, pulses of depression for the window
 * @param minConductance in S
 * @param maxConductance in S
 */
public record NeurosimDevice(
    double nlLtp,
    double nlLtd,
    int pulsesLtp,
    int pulsesLtd,
    double minConductance,
    double maxConductance) {

  /** Where the table of NeuroSim ends. */
  private static final double MAX_LABEL = 9;

  /** How far a curve with the label 1 bulges, upwards: 0.07 across the diagonal. */
  private static final double BULGE_OF_LABEL = 0.07 * Math.sqrt(2);

  /** Checks the labels; the rest is checked by {@link #curve}. */
  public NeurosimDevice {
    requireLabel("NL_LTP", nlLtp);
    requireLabel("NL_LTD", nlLtd);
  }

  /** Both responses and the window. */
  public DeviceCurve curve() {
    return new DeviceCurve(
        minConductance,
        maxConductance,
        new Exponential(nonlinearity(nlLtp), pulsesLtp),
        new Exponential(0 - nonlinearity(nlLtd), pulsesLtd));
  }

  /**
   * Noise of {@code sigmaCtoC}, drawn once for an update as there.
   *
   * @param sigmaCtoC as a part of the window; in {@code Cell.cpp} it is in S
   */
  public static CycleNoise cycleNoise(double sigmaCtoC) {
    return new CycleNoise(CycleNoise.Convention.RANGE_SQRT_N, sigmaCtoC, CycleNoise.Mode.AGGREGATE);
  }

  /**
   * The nu that has a label; A / Pmax is 1 / nu.
   *
   * <p>A label says how far the curve bulges from the straight line, at most: 0.07 label across the
   * diagonal of the unit square, so with B = 1 / (1 - exp(-nu))
   *
   * <pre>B - 1 / nu - ln(B nu) / nu = 0.07 sqrt(2) label</pre>
   *
   * <p>Within 1e-12 of itself, for labels from 0.001 on.
   *
   * @param label in [-9, 9]; nu has its sign
   */
  public static double nonlinearity(double label) {
    requireLabel("a nonlinearity label", label);
    double low = 0;
    double high = Exponential.MAX_NONLINEARITY;
    double middle = high / 2;
    while (low < middle && middle < high) {
      if (label(middle) < Math.abs(label)) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return Math.copySign(middle, label);
  }

  /**
   * The label of a nu, the inverse of {@link #nonlinearity}.
   *
   * @param nonlinearity finite; the label has its sign
   */
  public static double label(double nonlinearity) {
    if (!Double.isFinite(nonlinearity)) {
      throw new IllegalArgumentException("a nonlinearity must be finite, was " + nonlinearity);
    }
    double nu = Math.abs(nonlinearity);
    double steepness = nu / -Math.expm1(-nu) - 1; // B nu - 1, small where nu is.
    double bulge = nu == 0 ? 0 : (steepness - Math.log1p(steepness)) / nu;
    return Math.copySign(bulge / BULGE_OF_LABEL, nonlinearity);
  }

  private static void requireLabel(String name, double label) {
    if (!(Math.abs(label) <= MAX_LABEL)) {
      throw new IllegalArgumentException("%s must be in [-9, 9], was %s".formatted(name, label));
    }
  }
}
