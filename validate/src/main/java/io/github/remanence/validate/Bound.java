package io.github.remanence.validate;

import io.github.remanence.reference.ReferenceDevice;

/**
 * Every bound that the kernel states, once, with its numbers. Tables, commands and tests read them
 * here.
 *
 * <p>An error is the distance of a stored float32 value from the exact one. Its {@linkplain #share
 * share} of what the bound allows is at most 1 where the bound holds.
 */
public enum Bound {
  /** 2^y - 1, for every float y in [-100, 100] and for what a pulse count makes of y. */
  EXPONENTIAL(1.9, 0, "the exact value"),

  /** log2(w + rest), for every float w that a conductance can lead to. */
  LOGARITHM(1.9, 0, "the exact value"),

  /** The normal number of a random word, for every word. */
  NORMAL_QUANTILE(0, 5e-7, "the exact value"),

  /**
   * One update, measured from the stored value: at most 1.5 ulp of the new value plus 4e-7 of the
   * exact step |G' - G|, for every nonlinearity and every pulse count.
   */
  UPDATE(1.5, 4e-7, "the exact step"),

  /**
   * One update of a device of any response family: at most 2 ulp of the larger end of the window,
   * plus 1e-6 of the exact step and 6e-8 of it for each pulse, plus 4e-7 of what one pulse does at
   * most.
   */
  RESPONSE(
      2,
      "the window's larger end",
      1e-6,
      "the exact step (1 + 0.06 |n|) + 0.4 of the largest step of one pulse"),

  /**
   * A change of field that keeps the pulse coordinate: at most 1.5 ulp of the new value, plus 1e-6
   * of the new range (1 + |nu| times that if the new curve accelerates, nu &lt; 0), plus what 1 ulp
   * of the old value changes in the exact result.
   *
   * <p>The last part is no error of the kernel: where the old curve is flat, a float32 value does
   * not tell the pulse coordinate any better.
   */
  FIELD_CHANGE(
      1.5,
      1e-6,
      "the new range (1 + |nu| times that if nu < 0) + the change caused by 1 ulp of the old"
          + " value"),

  /**
   * A train of updates that is applied as one: as {@link #UPDATE}, with the sum of the steps'
   * magnitudes in place of the step, however long the train.
   */
  TRAIN(UPDATE.ulps, UPDATE.fraction, "the sum of the exact steps"),

  /**
   * Many updates: the sum of what {@link #UPDATE} allows each. True of devices with nu of at least
   * 0, which do not spread the errors of earlier updates.
   */
  DRIFT(UPDATE.ulps, UPDATE.fraction, "the exact step, summed over the updates"),

  /** A change of field that keeps the conductance: the exact value, rounded once to float32. */
  KEPT_CONDUCTANCE(0, 0, ""),

  /** No pulses: every bit of a value inside the window stays. */
  ZERO_PULSES(0, 0, ""),

  /** Backends, numbers of threads and kinds of memory: the same bits. */
  AGREEMENT(0, 0, "");

  private final double ulps;
  private final String ofWhat;
  private final double fraction;
  private final String scale;

  Bound(double ulps, double fraction, String scale) {
    this(ulps, "the stored value", fraction, scale);
  }

  Bound(double ulps, String ofWhat, double fraction, String scale) {
    this.ulps = ulps;
    this.ofWhat = ofWhat;
    this.fraction = fraction;
    this.scale = scale;
  }

  /** The bound of updates of a device: that of its responses. */
  public static Bound ofUpdates(ReferenceDevice device) {
    return device.isExponential() ? UPDATE : RESPONSE;
  }

  /**
   * The largest error that the numbers of this bound allow one device; to {@link #FIELD_CHANGE}
   * belongs a third part, see {@link Comparison#ofFieldChange}.
   *
   * @param stored the float32 value after the operation; for {@link #RESPONSE} the larger end of
   *     the window
   * @param scale what the fraction is taken of: the exact step, or the new range
   */
  public double allowed(float stored, double scale) {
    return ulps * Math.ulp(stored) + fraction * scale;
  }

  /** The bound in words, such as {@code 1.5 ulp of the stored value + 4e-7 of the exact step}. */
  public String statement() {
    if (fraction == 0) {
      return ulps == 0 ? "no bit differs" : "%s ulp of %s".formatted(ulps, scale);
    }
    String part = "%s of %s".formatted(Double.toString(fraction).replace(".0E", "e"), scale);
    return ulps == 0 ? part : "%s ulp of %s + %s".formatted(ulps, ofWhat, part);
  }

  /**
   * An error as a share of what is allowed; at most 1 where the bound holds.
   *
   * @return 0 for no error, even where none is allowed; infinity for an error where none is
   *     allowed; NaN, which is not at most 1, if either number is NaN
   */
  public static double share(double error, double allowed) {
    return error == 0 && allowed >= 0 ? 0 : error / allowed;
  }
}
