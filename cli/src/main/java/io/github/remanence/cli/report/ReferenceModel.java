package io.github.remanence.cli.report;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.FieldLaw;
import io.github.remanence.reference.ReferenceDevice;

/**
 * A device model of the kernel's, told to the reference. Its numbers are copied and everything
 * computed from them is the reference's own; only s(H) is the kernel's.
 *
 * @param model as the kernel has it
 * @param law as the reference has it
 */
record ReferenceModel(DeviceModel model, FieldLaw law) {

  static ReferenceModel of(DeviceModel model) {
    return new ReferenceModel(
        model, new FieldLaw(device(model, model.zeroField()), device(model, model.saturated())));
  }

  /** The device in a field. */
  ReferenceDevice at(FieldState state) {
    return law.at(state.linearisation(model.linearisation(), model.retention()));
  }

  private static ReferenceDevice device(DeviceModel model, DeviceCurve curve) {
    return new ReferenceDevice(
        curve.minConductance(),
        curve.maxConductance(),
        new ExponentialResponse(curve.potentiationNonlinearity(), model.potentiationPulses()),
        new ExponentialResponse(curve.depressionNonlinearity(), model.depressionPulses()));
  }
}
