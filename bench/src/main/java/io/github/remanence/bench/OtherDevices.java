package io.github.remanence.bench;

import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
import java.util.List;

/** One device of each kind that the kernel tells apart, all with the same number of pulses. */
final class OtherDevices {

  private static final double PULSES = 27;

  private OtherDevices() {}

  /** Exponential, linear, speeding up, of mixed kind, and with a window across zero. */
  static List<UpdatePlan> plans() {
    return List.of(
        plan(1, 2, 1.5, 2.8), linear(), plan(1, 2, -1, -2), plan(1, 2, 2, -1), plan(-1, 1, 1, 0));
  }

  static UpdatePlan linear() {
    return plan(1, 2, 0, 0);
  }

  /** Devices that speed up cannot differ from one another. */
  static boolean mayDiffer(UpdatePlan plan) {
    return saturates(plan.curve().potentiation()) && saturates(plan.curve().depression());
  }

  private static boolean saturates(Response response) {
    return response instanceof Exponential exponential && exponential.nonlinearity() >= 0;
  }

  private static UpdatePlan plan(double min, double max, double up, double down) {
    DeviceCurve curve =
        new DeviceCurve(min, max, new Exponential(up, PULSES), new Exponential(down, PULSES));
    return UpdatePlan.of(DeviceModel.of("other", "made up", "a.u.", curve), FieldState.at(0));
  }
}
