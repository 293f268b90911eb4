package io.github.remanence.reference;

/**
 * The field now, the largest seen, and the linearisation that follows.
 *
 * <pre>
 *   s_eff = max(s(H), rho s(largest |H| seen))
 * </pre>
 *
 * <p>The retained fraction rho is a choice, not a published number; 0 forgets.
 *
 * @param linearisation s(H)
 * @param retained rho, from 0 to 1
 * @param field H now
 * @param largestField the largest |H| seen, the one now included
 */
public record FieldHistory(
    Linearisation linearisation, double retained, double field, double largestField) {

  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if rho is outside [0, 1], a field is not finite, or the
   *     largest is below |H|
   */
  public FieldHistory {
    Require.fraction("retained fraction", retained);
    Require.finite("field", field);
    Require.that(
        largestField >= Math.abs(field) && Double.isFinite(largestField),
        "largest field",
        largestField,
        "finite and at least the field now, " + Math.abs(field));
  }

  /**
   * {@return a device that has seen no field yet}
   *
   * @param linearisation s(H)
   * @param retained rho, from 0 to 1
   */
  public static FieldHistory start(Linearisation linearisation, double retained) {
    return new FieldHistory(linearisation, retained, 0, 0);
  }

  /**
   * {@return this history with the field set to H}
   *
   * @param newField H, of either sign
   */
  public FieldHistory to(double newField) {
    double largest = Math.max(largestField, Math.abs(newField));
    return new FieldHistory(linearisation, retained, newField, largest);
  }

  /** {@return s_eff, the linearisation that acts now} */
  public double effective() {
    return Math.max(linearisation.at(field), retained * linearisation.at(largestField));
  }
}
