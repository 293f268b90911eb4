package io.github.remanence.validate.learning.training;

import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.field.FieldState;
import java.util.Optional;

/**
 * What all trials of a study have in common.
 *
 * @param device the device, with its variation, noise, dead zone and retention
 * @param hiddenNeurons neurons of the hidden layer
 * @param epochs how often all images are learned from
 * @param fieldSwitch a change of field on the way
 */
public record Conditions(
    DeviceModel device, int hiddenNeurons, int epochs, Optional<FieldSwitch> fieldSwitch) {

  /** As published. */
  public static final int HIDDEN_NEURONS = 512;

  /** Checks the numbers, and that the field changes before the end. */
  public Conditions {
    if (hiddenNeurons < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "at least 1 hidden neuron and 1 epoch are needed, was %d and %d"
              .formatted(hiddenNeurons, epochs));
    }
    if (fieldSwitch.isPresent() && fieldSwitch.get().epoch() >= epochs) {
      throw new IllegalArgumentException(
          "the field cannot change after epoch %d of %d"
              .formatted(fieldSwitch.get().epoch(), epochs));
    }
  }

  /** The device in a field. */
  UpdatePlan plan(FieldState state) {
    return UpdatePlan.of(device, state);
  }
}
