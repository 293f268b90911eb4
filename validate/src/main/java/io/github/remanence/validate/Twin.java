package io.github.remanence.validate;

import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ReferenceDevice;
import java.util.List;

/**
 * One device twice: compiled for the kernel, and as the reference means it. Kernel and reference
 * share no code, so this is where they are told the same thing.
 *
 * @param plan what the kernel gets
 * @param exact what it is compared with
 */
record Twin(UpdatePlan plan, ReferenceDevice exact) {

  /** Pulses that span the window, for both polarities: those of the published device. */
  static final double PULSES = 27;

  /** Reduced fields h = H / Hsat of the published device, from none to saturation. */
  static final List<Double> FIELDS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

  /** A device with one nonlinearity for both polarities. */
  static Twin of(Window window, double nonlinearity) {
    return of(window, new Exponential(nonlinearity, PULSES));
  }

  /** A device with one response for both polarities. */
  static Twin of(Window window, Response response) {
    DeviceCurve curve = new DeviceCurve(window.min(), window.max(), response, response);
    DeviceModel model = DeviceModel.of("validation", "a device made to be measured", "a.u.", curve);
    return new Twin(UpdatePlan.of(model, FieldState.at(0)), Counterpart.of(curve));
  }

  /** The published device in the reduced field h. */
  static Twin bernard2025(double h) {
    double s = Bernard2025.linearisation().at(h);
    return new Twin(
        UpdatePlan.of(Presets.bernard2025(), FieldState.at(h)), Bernard2025.fieldLaw().at(s));
  }

  /** The float32 conductance nearest to a normalised one. */
  float conductance(double u) {
    return (float) (exact.minConductance() + u * exact.range());
  }
}
