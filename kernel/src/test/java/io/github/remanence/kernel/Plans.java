package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.device.Tabulated.Point;
import io.github.remanence.kernel.field.FieldState;
import java.util.List;

/** The published device without a field, half way, and saturated. */
final class Plans {

  static final UpdatePlan NO_FIELD = in(0);
  static final UpdatePlan HALF_FIELD = in(0.5);
  static final UpdatePlan FULL_FIELD = in(1);

  // Devices of other families than the exponential one, in the window of the published device.
  static final UpdatePlan POWER = of(new PowerStep(0.05, 2.5), new PowerStep(0.08, 0.5));
  static final UpdatePlan EXPONENTIAL_STEP =
      of(new ExponentialStep(0.1, 0.2, 1.5), new ExponentialInConductance(0.08, 2));
  static final UpdatePlan MIXED = of(new Exponential(1.5, 27), new PowerStep(0.08, 0.5));
  static final UpdatePlan TABULATED =
      of(
          new PiecewiseStep(List.of(0.1, 0.02, 0.06)),
          new Tabulated(List.of(new Point(0, 0), new Point(1, 0.4), new Point(27, 1))));

  static final UpdatePlan SPEEDS_UP = of(-2, 1.5);

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

  /** A device of the published window, with other responses. */
  static UpdatePlan of(Response potentiation, Response depression) {
    DeviceCurve window = NO_FIELD.curve();
    return of(
        new DeviceCurve(
            window.minConductance(), window.maxConductance(), potentiation, depression));
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
