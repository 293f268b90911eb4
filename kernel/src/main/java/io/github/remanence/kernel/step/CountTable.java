package io.github.remanence.kernel.step;

/**
 * The approach e = expm1(-nu |n| / P) of every int8 count n.
 *
 * <p>Pulses of one sign compose, 1 + e(a + b) = (1 + e(a)) (1 + e(b)), so two small tables make the
 * large one:
 *
 * <pre>e(n) = coarse + fine + coarse fine,   coarse of the upper four bits of n, fine of the lower
 * </pre>
 *
 * <p>A vector register holds a small table, and looks up 16 counts in one instruction. In two's
 * complement n = 16 u + l with l in [0, 15]; below zero |n| = 16 (-u - 1) + (16 - l), where both
 * parts are again numbers of pulses of the same sign.
 *
 * <p><b>Accuracy.</b> Entries are rounded from double; the relative error of e is at most 2e-7.
 */
public final class CountTable {

  /** Counts in the large table, one for each byte. */
  public static final int SIZE = 1 << Byte.SIZE;

  /** Entries of a small table. */
  public static final int PART = 16;

  /** Largest |nu n / P| of an entry: the product of two of them stays a float32. */
  private static final double MAX_EXPONENT = 40;

  private final PulseStep device;
  private final float[] coarse = new float[PART];
  private final float[] finePotentiation = new float[PART];
  private final float[] fineDepression = new float[PART];
  private final float[] approaches = new float[SIZE];

  private CountTable(PulseStep device) {
    this.device = device;
  }

  /** Tabulates a device on a curve; P pulses of a polarity span the window. */
  public static CountTable of(PulseStep device, ExponentialCurve curve, double up, double down) {
    CountTable table = new CountTable(device);
    double rateUp = Polarity.awayFromZero(curve.potentiationNonlinearity()) / up;
    double rateDown = Polarity.awayFromZero(curve.depressionNonlinearity()) / down;
    for (int i = 0; i < PART; i++) {
      int negative = PART - 1 - i;
      boolean potentiates = i < PART / 2;
      table.coarse[i] = approach(potentiates ? rateUp * i : rateDown * negative, PART);
      table.finePotentiation[i] = approach(rateUp, i);
      table.fineDepression[i] = approach(rateDown, PART - i);
    }
    for (int count = Byte.MIN_VALUE; count <= Byte.MAX_VALUE; count++) {
      table.approaches[count & SIZE - 1] = table.compose(count);
    }
    return table;
  }

  /** Coefficients that do not depend on the count. */
  public PulseStep device() {
    return device;
  }

  /** The approach of 16 u pulses at u &amp; 15; not to be written to, as the other tables. */
  public float[] coarse() {
    return coarse;
  }

  /** The approach of l potentiation pulses at l. */
  public float[] finePotentiation() {
    return finePotentiation;
  }

  /** The approach of 16 - l depression pulses at l. */
  public float[] fineDepression() {
    return fineDepression;
  }

  /** The approach of n pulses at n &amp; 255. */
  public float[] approaches() {
    return approaches;
  }

  private float compose(int count) {
    float upper = coarse[count >> 4 & PART - 1];
    float lower = (count < 0 ? fineDepression : finePotentiation)[count & PART - 1];
    return Math.fma(upper, lower, upper + lower);
  }

  private static float approach(double rate, int pulses) {
    return (float) Math.expm1(Math.clamp(-rate * pulses, -MAX_EXPONENT, MAX_EXPONENT));
  }
}
