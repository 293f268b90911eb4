package io.github.remanence.bench;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DeviceFactors;

/**
 * Factors with which every device differs from the model.
 *
 * @param values the factors
 * @param bytesPerDevice what an update reads of them
 */
record OwnFactors(DeviceFactors values, int bytesPerDevice) {

  /**
   * Factors by what they are on.
   *
   * @param name none, pulses, nonlinearity, window or all
   */
  static OwnFactors of(String name, Shape shape, Drawn drawn) {
    DeviceFactors none = DeviceFactors.of(shape.rows(), shape.cols());
    return switch (name) {
      case "none" -> new OwnFactors(none, 0);
      case "pulses" -> new OwnFactors(none.onPulses(spread(shape, drawn)), Short.BYTES);
      case "nonlinearity" -> new OwnFactors(none.onNonlinearity(spread(shape, drawn)), Short.BYTES);
      case "window" ->
          new OwnFactors(
              none.onWindow(nearOne(shape, drawn), nearOne(shape, drawn)), 2 * Short.BYTES);
      case "all" ->
          new OwnFactors(
              none.onPulses(spread(shape, drawn))
                  .onNonlinearity(spread(shape, drawn))
                  .onWindow(nearOne(shape, drawn), nearOne(shape, drawn)),
              4 * Short.BYTES);
      default ->
          throw new IllegalArgumentException(
              "factors are none or on pulses, nonlinearity, window or all, was '%s'"
                  .formatted(name));
    };
  }

  private static Crossbar spread(Shape shape, Drawn drawn) {
    return matrix(shape, drawn.factors(shape.devices()));
  }

  /** So near that every window stays one. */
  private static Crossbar nearOne(Shape shape, Drawn drawn) {
    return matrix(shape, drawn.evenly(0.95, 1.05, shape.devices()));
  }

  private static Crossbar matrix(Shape shape, float... values) {
    return Crossbar.wrap(values, shape.rows(), shape.cols());
  }
}
