package io.github.remanence.cli.report;

import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.FieldLaw;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.validate.Counterpart;

/**
 * A device model of the kernel's, told to the reference. Its numbers are copied and everything
 * computed from them is the reference's own; only s(H) is the kernel's, and for responses that are
 * not exponential what lies between the ends of the field law.
 *
 * @param model as the kernel has it
 */
record ReferenceModel(DeviceModel model) {

  /** The device in a field. */
  ReferenceDevice at(FieldState state) {
    ReferenceDevice noField = Counterpart.of(model.zeroField());
    return noField.isExponential()
        ? new FieldLaw(noField, Counterpart.of(model.saturated()))
            .at(state.linearisation(model.linearisation(), model.retention()))
        : Counterpart.of(model.curveIn(state));
  }
}
