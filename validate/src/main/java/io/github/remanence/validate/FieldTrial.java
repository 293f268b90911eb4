package io.github.remanence.validate;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.FieldChange;

/** One change of field of many devices, ready to be done by any subject and compared. */
final class FieldTrial {

  private final Twin from;
  private final Twin to;
  private final float[] before;

  /**
   * A change from one curve to another.
   *
   * @param before conductances, anywhere
   */
  FieldTrial(Twin from, Twin to, float[] before) {
    this.from = from;
    this.to = to;
    this.before = before;
  }

  /** Keeps the pulse coordinates and holds every device against {@link Bound#FIELD_CHANGE}. */
  void measureCoordinate(Subject subject, Errors errors) {
    float[] after = after(subject, FieldChange.keepingCoordinate(from.plan(), to.plan()));
    for (int i = 0; i < after.length; i++) {
      errors.add(Comparison.ofFieldChange(from.exact(), to.exact(), before[i], after[i]));
    }
  }

  /** Keeps the conductances and compares every bit, see {@link Bound#KEPT_CONDUCTANCE}. */
  void measureConductance(Subject subject, Tally tally) {
    float[] after = after(subject, FieldChange.keepingConductance(from.plan(), to.plan()));
    for (int i = 0; i < after.length; i++) {
      tally.add(after[i], (float) to.exact().clamped(before[i]));
    }
  }

  private float[] after(Subject subject, FieldChange change) {
    float[] after = before.clone();
    subject.apply(change, Crossbar.wrap(after, 1, after.length));
    return after;
  }
}
