package io.github.remanence.kernel.field;

/**
 * The magnetic field now, and the largest one the device has seen.
 *
 * <p>The history matters only to a device that retains part of its linearisation, see {@link
 * #linearisation(Linearisation, double)}.
 *
 * @param field H, of either sign
 * @param largestSeen the largest |H| so far, at least |H|
 */
public record FieldState(double field, double largestSeen) {

  /** Checks that both are finite and that the largest field seen is not below the present one. */
  public FieldState {
    if (!Double.isFinite(field) || !Double.isFinite(largestSeen)) {
      throw new IllegalArgumentException(
          "a field must be finite, was %s with largest seen %s".formatted(field, largestSeen));
    }
    if (largestSeen < Math.abs(field)) {
      throw new IllegalArgumentException(
          "the largest field seen, %s, cannot be below the present field's magnitude, %s"
              .formatted(largestSeen, Math.abs(field)));
    }
  }

  /**
   * A device that has seen no other field than this one.
   *
   * @param field H, finite
   */
  public static FieldState at(double field) {
    return new FieldState(field, Math.abs(field));
  }

  /**
   * The state after the field has changed; the history is kept.
   *
   * @param next the new field, finite
   */
  public FieldState changedTo(double next) {
    return new FieldState(next, Math.max(largestSeen, Math.abs(next)));
  }

  /**
   * The linearisation in effect: the law's value now, or the retained part of the largest one if
   * that is more.
   *
   * <pre>s_eff = max(s(H), rho s(Hlargest))</pre>
   *
   * @param law s(H)
   * @param retention rho in [0, 1]: 0 forgets at once, 1 keeps all
   */
  public double linearisation(Linearisation law, double retention) {
    return Math.max(law.at(field), retention * law.at(largestSeen));
  }
}
