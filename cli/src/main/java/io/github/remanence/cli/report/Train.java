package io.github.remanence.cli.report;

import io.github.remanence.bench.quick.PulsePair;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * A pulse train for every device of a crossbar, and its opposite.
 *
 * @param name {@code uniform} or {@code int8}
 * @param pairs a new pair of the train and its opposite, which begins with the train
 * @param count the pulses that a device gets in the train, by its place in memory
 */
record Train(String name, Supplier<PulsePair> pairs, IntUnaryOperator count) {

  private static final long SEED = 20250129; // fixed: the same trains in every run

  /** n pulses for every device. */
  static Train uniform(int n) {
    return new Train("uniform", () -> PulsePair.uniform(n), i -> n);
  }

  /** From -n to n pulses, for each device its own. */
  static Train int8(int n, int side) {
    byte[] counts = new byte[side * side];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (byte) random.nextInt(-n, n + 1);
    }
    return new Train("int8", () -> PulsePair.int8(counts, side, side), i -> counts[i]);
  }
}
