package io.github.remanence.kernel.device;

/**
 * Devices that never move, wherever they are.
 *
 * @param probability of each device to be stuck, in [0, 1]
 * @param lowest the lowest place where one is stuck, as a part of its window, in [0, 1]
 * @param highest the highest place; places between are equally likely
 */
public record StuckDevices(double probability, double lowest, double highest) {

  /** Every device moves. */
  public static final StuckDevices NONE = new StuckDevices(0, 0, 1);

  /** Checks the probability and the places. */
  public StuckDevices {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "the probability of stuck devices must be in [0, 1], was " + probability);
    }
    if (!(0 <= lowest && lowest <= highest && highest <= 1)) {
      throw new IllegalArgumentException(
          "devices are stuck from 0 <= lowest to highest <= 1 of their window, was %s to %s"
              .formatted(lowest, highest));
    }
  }

  /** Whether every device moves. */
  public boolean isNone() {
    return probability == 0;
  }
}
