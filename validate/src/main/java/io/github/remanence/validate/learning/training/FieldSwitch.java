package io.github.remanence.validate.learning.training;

import io.github.remanence.validate.learning.network.Kept;

/**
 * The field changes while the network learns.
 *
 * @param epoch after so many epochs, at least 1
 * @param field the new field
 * @param kept what devices keep
 */
public record FieldSwitch(int epoch, double field, Kept kept) {

  /** Checks the numbers. */
  public FieldSwitch {
    if (epoch < 1 || !Double.isFinite(field)) {
      throw new IllegalArgumentException(
          "the field changes after an epoch from 1 on to a finite value, was %d to %s"
              .formatted(epoch, field));
    }
  }
}
