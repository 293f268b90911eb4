package io.github.remanence.validate;

import java.util.List;

/**
 * A conductance window that a device is given to be measured.
 *
 * @param min Gmin
 * @param max Gmax
 */
record Window(double min, double max) {

  /** The window in which every float32 near Gmin can be told from it. */
  static final Window UNIT = new Window(0, 1);

  /** Normalised, published, far from zero, in siemens, and around zero. */
  static final List<Window> ALL =
      List.of(
          UNIT,
          new Window(0.8457, 2.28),
          new Window(100, 101),
          new Window(1e-6, 9e-6),
          new Window(-1, 1));

  @Override
  public String toString() {
    return "[%s, %s]".formatted(min, max);
  }
}
