package io.github.remanence.kernel;

import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;

/** The published device without a field, half way, and saturated. */
final class Plans {

  static final UpdatePlan NO_FIELD = in(0);
  static final UpdatePlan HALF_FIELD = in(0.5);
  static final UpdatePlan FULL_FIELD = in(1);

  private Plans() {}

  static UpdatePlan in(double field) {
    return UpdatePlan.of(Presets.bernard2025(), FieldState.at(field));
  }
}
