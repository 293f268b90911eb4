package io.github.remanence.bench;

import java.util.SplittableRandom;

/** What differs from device to device, drawn alike in every run. */
final class Drawn {

  private static final double FACTOR_DEVIATION = 0.2;

  private final SplittableRandom random = new SplittableRandom(1443);

  /** Evenly between two values. */
  float[] evenly(double from, double to, long length) {
    float[] values = new float[Math.toIntExact(length)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(from, to);
    }
    return values;
  }

  /** Whole numbers from -most to most. */
  byte[] counts(int most, long length) {
    byte[] counts = new byte[Math.toIntExact(length)];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (byte) random.nextInt(-most, most + 1);
    }
    return counts;
  }

  /** |N(1, 0.2)|, the published spread from device to device. */
  float[] factors(long length) {
    float[] factors = new float[Math.toIntExact(length)];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) Math.abs(random.nextGaussian(1, FACTOR_DEVIATION));
    }
    return factors;
  }
}
