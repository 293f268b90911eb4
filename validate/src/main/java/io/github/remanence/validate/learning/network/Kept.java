package io.github.remanence.validate.learning.network;

import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.UpdatePlan;

/** What a device keeps when the field changes. */
public enum Kept {
  /**
   * The pulse coordinate: the retention of the paper. The range of all weights changes with that of
   * the devices, so the inputs are scaled by the inverse ratio.
   */
  COORDINATE {
    @Override
    FieldChange change(UpdatePlan from, UpdatePlan to) {
      return FieldChange.keepingCoordinate(from, to);
    }

    @Override
    double inputScale(UpdatePlan from, UpdatePlan to) {
      return from.curve().range() / to.curve().range();
    }
  },

  /** The conductance, clamped into the new window. The weights stay, and so does their scale. */
  CONDUCTANCE {
    @Override
    FieldChange change(UpdatePlan from, UpdatePlan to) {
      return FieldChange.keepingConductance(from, to);
    }

    @Override
    double inputScale(UpdatePlan from, UpdatePlan to) {
      return 1;
    }
  };

  abstract FieldChange change(UpdatePlan from, UpdatePlan to);

  /** What the scale of the inputs is multiplied by. */
  abstract double inputScale(UpdatePlan from, UpdatePlan to);
}
