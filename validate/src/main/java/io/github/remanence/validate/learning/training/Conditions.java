package io.github.remanence.validate.learning.training;

import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.validate.learning.data.DataSet;
import java.util.List;
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

  /**
   * Everything that decides the result of a trial beside the trial itself, a line each.
   *
   * @param products what makes the products of matrices, and so how their sums are rounded
   */
  public List<String> lines(DataSet data, String products) {
    return List.of(
        "images: %d to learn from and %d to test, MD5 %s"
            .formatted(data.train().count(), data.test().count(), data.fingerprint()),
        "epochs: " + epochs,
        "hidden neurons: " + hiddenNeurons,
        "field switch: " + fieldSwitch.map(FieldSwitch::toString).orElse("none"),
        "device: " + device,
        "matrix products: " + products);
  }
}
