package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.field.Linearisation.Clamped;

/** The published device without a field, half way, and saturated. */
final class Plans {

  static final UpdatePlan NO_FIELD = in(0);
  static final UpdatePlan HALF_FIELD = in(0.5);
  static final UpdatePlan FULL_FIELD = in(1);

  private Plans() {}

  static UpdatePlan in(double field) {
    return UpdatePlan.of(Presets.bernard2025(), FieldState.at(field));
  }

  /** A device of the published window, with other nonlinearities. */
  static UpdatePlan of(double potentiation, double depression) {
    DeviceCurve window = NO_FIELD.curve();
    return of(
        new DeviceCurve(window.minConductance(), window.maxConductance(), potentiation, depression),
        27);
  }

  /** A device on which the field does nothing. */
  static UpdatePlan of(DeviceCurve curve, double pulses) {
    DeviceModel device =
        new DeviceModel("test", "test", "a.u.", pulses, pulses, curve, curve, new Clamped(1), 0);
    return UpdatePlan.of(device, FieldState.at(0));
  }
}
