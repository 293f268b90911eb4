package io.github.remanence.reference;

/**
 * What a device keeps when the field changes, and its window and depression curve with it.
 *
 * <p>A change that alters neither leaves every conductance in the window bit-identical. A
 * conductance that is not finite gives NaN.
 */
public enum FieldChange {
  /**
   * The pulse coordinate stays, and the value is read through the new curve: w' =
   * f_new(f_old^-1(w)). This is the paper's retention: trained linear, field removed, read on the
   * exponential curve. A value outside the old window is brought in first.
   *
   * <p><b>Accuracy.</b> For the published device within 2e-15, w being 0.8 to 2.8.
   */
  KEEP_PULSES {
    @Override
    public double apply(double conductance, ReferenceDevice before, ReferenceDevice after) {
      return readAlike(before, after)
          ? before.clamped(conductance)
          : after.conductanceAfter(before.pulsesTo(conductance));
    }
  },

  /** The value stays, clamped into the new window. A choice, not published. */
  KEEP_VALUE {
    @Override
    public double apply(double conductance, ReferenceDevice before, ReferenceDevice after) {
      return after.clamped(conductance);
    }
  };

  /**
   * {@return the conductance after the change}
   *
   * @param conductance w, before the change
   * @param before the device in the old field
   * @param after the device in the new field
   */
  public abstract double apply(double conductance, ReferenceDevice before, ReferenceDevice after);

  /** Same window, same depression curve: the way there and back would only round. */
  private static boolean readAlike(ReferenceDevice a, ReferenceDevice b) {
    return a.minConductance() == b.minConductance()
        && a.maxConductance() == b.maxConductance()
        && a.depression().equals(b.depression());
  }
}
