package io.github.remanence.kernel;

import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CurveChangeStep;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Step;

/**
 * What happens to stored conductances when the field changes.
 *
 * <p>Two rules are possible, and which one a device follows is a matter of its physics:
 *
 * <ul>
 *   <li>{@link #keepingCoordinate}: the pulse coordinate x, how many depression pulses a device is
 *       from the top of its curve, is the non-volatile quantity. The conductance is read through
 *       the new curve: G' = fNew(fOld^-1(G)). This is the retention of the paper, and the usual
 *       choice.
 *   <li>{@link #keepingConductance}: the conductance is what stays, and x follows. What lies
 *       outside the new window is clamped, which for a window that moves as far as {@code
 *       bernard2025}'s is most devices.
 * </ul>
 *
 * <p><b>Accuracy.</b> Keeping the conductance is exact. Keeping the coordinate between exponential
 * curves equals the exact map of a conductance at most 1 ulp from the stored one, to within 1.5 ulp
 * of the result and 1e-6 of the new range; if the new curve speeds up (nu &lt; 0), 1e-6 (1 + |nu|)
 * of it. Between other curves it is computed in double, one device at a time, and rounded once; a
 * value that no number of pulses reaches becomes the end.
 *
 * <p><b>Special values.</b> A conductance that is not finite becomes NaN; a finite one outside the
 * old window is brought into it first. If the curve does not change, no bit changes.
 */
public final class FieldChange {

  private final boolean identity;
  private final Step step;

  private FieldChange(UpdatePlan from, UpdatePlan to, Step step) {
    this.identity = from.curve().equals(to.curve());
    this.step = step;
  }

  /**
   * Each device keeps its pulse coordinate and is read through the new curve.
   *
   * @throws IllegalArgumentException if the responses of both curves are exponential, with
   *     different numbers of depression pulses
   */
  public static FieldChange keepingCoordinate(UpdatePlan from, UpdatePlan to) {
    ExponentialPlan before = from.exponential();
    ExponentialPlan after = to.exponential();
    if (before == null || after == null) {
      return new FieldChange(from, to, new CurveChangeStep(from.curve(), to.curve()));
    }
    if (before.depressionPulses() != after.depressionPulses()) {
      throw new IllegalArgumentException(
          ("a device keeps its pulse coordinate only between curves with the same number of"
                  + " depression pulses, these have %s and %s")
              .formatted(before.depressionPulses(), after.depressionPulses()));
    }
    return new FieldChange(from, to, FieldStep.between(before.curve(), after.curve()));
  }

  /** Each device keeps its conductance, clamped into the new window. */
  public static FieldChange keepingConductance(UpdatePlan from, UpdatePlan to) {
    return new FieldChange(
        from, to, AffineStep.clampInto(to.curve().minConductance(), to.curve().maxConductance()));
  }

  /** True if the curve is the same before and after: then there is nothing to do. */
  public boolean isIdentity() {
    return identity;
  }

  Step step() {
    return step;
  }
}
