package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import java.util.function.IntToDoubleFunction;

/**
 * The three basic forms of pulses: the same for every device, or a count of its own for each, as
 * int8 or float32.
 *
 * @param pulses and their opposite
 * @param count what a device gets of the first, by its place row after row
 */
record Form(PulsePair pulses, IntToDoubleFunction count) {

  private static final double UNIFORM = 3;
  private static final int MOST_PULSES = 7;

  /**
   * A form by its name.
   *
   * @param name uniform, int8 or float32
   * @param shape of the crossbar
   */
  static Form of(String name, Shape shape) {
    return switch (name) {
      case "uniform" -> new Form(PulsePair.uniform(UNIFORM), device -> UNIFORM);
      case "int8" -> int8(shape);
      case "float32" -> float32(shape);
      default ->
          throw new IllegalArgumentException(
              "a form is uniform, int8 or float32, was '%s'".formatted(name));
    };
  }

  private static Form int8(Shape shape) {
    byte[] counts = new Drawn().counts(MOST_PULSES, shape.devices());
    return new Form(PulsePair.int8(counts, shape.rows(), shape.cols()), device -> counts[device]);
  }

  private static Form float32(Shape shape) {
    float[] counts = new Drawn().evenly(-MOST_PULSES, MOST_PULSES, shape.devices());
    return new Form(
        PulsePair.float32(counts, shape.rows(), shape.cols()), device -> counts[device]);
  }
}
