package io.github.remanence.validate;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** What to measure with: random, the same in every run, dense where errors hide. */
final class Samples {

  /** How near to the ends of the window conductances come: the resolution of float32. */
  private static final double NEAREST = 1e-8;

  private final SplittableRandom random = new SplittableRandom(20251443);

  /**
   * Normalised conductances, one in five up to a tenth of the window outside: there the equations
   * hold as well, and the clamp brings the result in.
   */
  double anywhere() {
    return random.nextInt(5) == 0 ? random.nextDouble(-0.1, 1.1) : inside();
  }

  /** Normalised conductances in the window: near 0, near 1, in between, and on the eighths. */
  double inside() {
    return switch (random.nextInt(4)) {
      case 0 -> magnitude(NEAREST, 1);
      case 1 -> 1 - magnitude(NEAREST, 1);
      case 2 -> random.nextDouble();
      default -> random.nextInt(9) / 8.0;
    };
  }

  /** A pulse count of either sign. */
  double count(double from, double to) {
    double magnitude = magnitude(from, to);
    return random.nextBoolean() ? magnitude : -magnitude;
  }

  /** A positive number in [from, to), each decade as likely as any other. */
  double magnitude(double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }

  /** Conductances of a device from normalised ones. */
  static float[] conductances(Twin twin, int devices, DoubleSupplier normalised) {
    float[] conductances = new float[devices];
    for (int i = 0; i < devices; i++) {
      conductances[i] = twin.conductance(normalised.getAsDouble());
    }
    return conductances;
  }
}
