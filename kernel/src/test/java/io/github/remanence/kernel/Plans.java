package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
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

  /** A device of the published window, with other nonlinearities. */
  static UpdatePlan of(double potentiation, double depression) {
    DeviceCurve window = NO_FIELD.curve();
    return of(
        exponential(window.minConductance(), window.maxConductance(), potentiation, depression));
  }

  /** A device on which the field does nothing. */
  static UpdatePlan of(DeviceCurve curve) {
    return UpdatePlan.of(DeviceModel.of("test", "test", "a.u.", curve), FieldState.at(0));
  }

  /** Of 27 pulses. */
  static DeviceCurve exponential(double min, double max, double up, double down) {
    return new DeviceCurve(min, max, new Exponential(up, 27), new Exponential(down, 27));
  }
}
