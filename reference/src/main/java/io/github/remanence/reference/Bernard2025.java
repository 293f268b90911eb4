package io.github.remanence.reference;

/**
 * The published device: two depression fits, w against pulse number x in [0, 27], are the ends of
 * its field law.
 *
 * <pre>
 *   no or low field (s = 0)   w(x) = 1.530 exp(-x / 9.741) + 0.750      2.280 down to 0.8457
 *   field on        (s = 1)   w(x) = 2.742 - 0.021 x                    2.742 down to 2.175
 * </pre>
 *
 * <p>So P = 27, nu0 = 27 / 9.741 = 2.772 (NeuroSim's label is 3.18), and R falls from 1.434 to
 * 0.567, a factor 0.395. Potentiation saturates with a time constant of about 18 pulses in weak
 * field and 11 in strong; here, by choice, 18 at every field. The window is taken from the fits at
 * x = 0 and x = 27, so that the curves are the fits.
 *
 * <p><b>Units.</b> w as in the paper's fits. The field is reduced, h = H / Hsat.
 *
 * <p>Bernard et al., "Dynamic Control of Weight-Update Linearity in Magneto-Ionic Synapses", Nano
 * Letters 25(4), 1443-1450, 2025, doi 10.1021/acs.nanolett.4c05247.
 */
public final class Bernard2025 {
  /** P: the pulses of the measured curves. */
  private static final double PULSES = 27;

  /** Time constant of the depression fit without field, in pulses. */
  private static final double DEPRESSION_CONSTANT = 9.741;

  /** Time constant of potentiation in weak field, in pulses. */
  private static final double POTENTIATION_CONSTANT = 18;

  private Bernard2025() {}

  /**
   * {@return w(x) without field, the published fit}
   *
   * @param x pulse number, from 0 to 27
   */
  public static double exponentialFit(double x) {
    return 1.530 * Math.exp(-x / DEPRESSION_CONSTANT) + 0.750;
  }

  /**
   * {@return w(x) with the field on, the published fit}
   *
   * @param x pulse number, from 0 to 27
   */
  public static double linearFit(double x) {
    return 2.742 - 0.021 * x;
  }

  /** {@return the field law between the two fits} */
  public static FieldLaw fieldLaw() {
    return new FieldLaw(
        device(exponentialFit(PULSES), exponentialFit(0), PULSES / DEPRESSION_CONSTANT),
        device(linearFit(PULSES), linearFit(0), 0));
  }

  /** {@return s(h) = clamp(h, 0, 1) of the reduced field h = H / Hsat} */
  public static Linearisation linearisation() {
    return new Linearisation.Ramp(1);
  }

  private static ReferenceDevice device(double min, double max, double nonlinearity) {
    return new ReferenceDevice(
        min,
        max,
        new ExponentialResponse(PULSES / POTENTIATION_CONSTANT, PULSES),
        new ExponentialResponse(nonlinearity, PULSES));
  }
}
