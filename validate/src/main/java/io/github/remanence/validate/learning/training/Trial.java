package io.github.remanence.validate.learning.training;

/**
 * One training.
 *
 * @param rate the learning rate: pulses for a gradient of 1
 * @param field the magnetic field it starts in
 * @param seed of everything random
 */
public record Trial(double rate, double field, long seed) {

  /** Rates above make no sense for a window of some tens of pulses. */
  public static final double LARGEST_RATE = 1e6;

  /** Checks the numbers. */
  public Trial {
    if (!(rate > 0 && rate <= LARGEST_RATE)) {
      throw new IllegalArgumentException(
          "a learning rate is above 0 and at most %s, was %s".formatted(LARGEST_RATE, rate));
    }
    if (!Double.isFinite(field)) {
      throw new IllegalArgumentException("a field must be finite, was " + field);
    }
  }

  /** A name for files. */
  String name() {
    return "rate-%s-field-%s-seed-%d".formatted(rate, field, seed);
  }
}
