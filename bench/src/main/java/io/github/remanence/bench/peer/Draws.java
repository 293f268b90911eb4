package io.github.remanence.bench.peer;

import io.github.remanence.kernel.device.DeviceCurve;
import java.util.SplittableRandom;

/** What differs from device to device, always drawn alike. */
final class Draws {

  private static final double FACTOR_DEVIATION = 0.2;

  private final SplittableRandom random = new SplittableRandom(2025);

  /** Evenly over the inside of the window. */
  double conductance(DeviceCurve window) {
    return window.minConductance() + random.nextDouble(0.01, 0.99) * window.range();
  }

  /** From -1 to 1. */
  double gradient() {
    return random.nextDouble(-1, 1);
  }

  /** |N(1, 0.2)|, the published spread from device to device. */
  double factor() {
    return Math.abs(random.nextGaussian(1, FACTOR_DEVIATION));
  }
}
