package io.github.remanence.kernel.random;

import java.util.Objects;

/**
 * Random numbers, one of each kind for each device: functions of a seed, a stream, an update and
 * the device's place in its crossbar, and of nothing else.
 *
 * <p>Devices are counted row after row through the whole crossbar; a part of a crossbar keeps the
 * places of the whole. Numbers of one device, of different kinds, come from one word and so are not
 * independent: take another branch ({@link #at}) for a second number.
 *
 * <p>Immutable. Any number of threads may share it.
 */
public final class Draws {

  /** Set in the counters of branches, never in those of devices: so they never meet. */
  private static final long BRANCH = Long.MIN_VALUE;

  private final long key;
  private final long rest;
  private final long[] schedule;

  private Draws(long key, long rest) {
    this.key = key;
    this.rest = rest;
    this.schedule = Philox.schedule(key);
  }

  /** The draws of an update in stream 0. */
  public static Draws of(long seed, long update) {
    return of(seed, 0, update);
  }

  /**
   * The draws of an update.
   *
   * @param seed any number; all draws of another seed are others
   * @param stream which of several crossbars that share a seed, not negative
   * @param update the number of the update, not negative
   */
  public static Draws of(long seed, long stream, long update) {
    return new Draws(seed, 0).at(stream).at(update);
  }

  /**
   * The draws of what never changes: the devices' own factors.
   *
   * @param seed as for the updates
   * @param stream as for the updates
   */
  public static Draws ofDevices(long seed, long stream) {
    return new Draws(seed, 0).at(stream).at(Long.MAX_VALUE);
  }

  /**
   * A branch: draws that are independent of these and of every other branch.
   *
   * @param branch not negative
   */
  public Draws at(long branch) {
    if (branch < 0) {
      throw new IllegalArgumentException(
          "streams, updates and branches are counted from 0, was " + branch);
    }
    long counter = branch | BRANCH;
    return new Draws(
        Philox.words(counter, rest, key, false), Philox.words(counter, rest, key, true));
  }

  /**
   * 32 random bits.
   *
   * <p>Four words of a counter go to four of 32 neighbours, so that vectors of every width find
   * theirs side by side: words 0 and 1 to two neighbours, words 2 and 3 to those 16 further on.
   *
   * @param device its place in the crossbar, not negative
   */
  public int word(long device) {
    long counter = ((device >>> 5) << 3) | ((device >>> 1) & 7);
    long words = Philox.words(counter, rest, key, (device & 16) != 0);
    return (int) ((device & 1) == 0 ? words : words >>> 32);
  }

  /**
   * A number between 0 and 1, both excluded: the middle of one of 2^32 equal intervals, in double.
   */
  public double uniform(long device) {
    return (word(device) + 0.5) * 0x1p-32 + 0.5;
  }

  /** A standard normal number, up to 6.3 in magnitude; see {@link NormalQuantile}. */
  public float normal(long device) {
    return NormalQuantile.of(word(device));
  }

  /** exp(sigma xi) with xi a standard normal number: its median is 1. */
  public double logNormal(long device, double sigma) {
    return StrictMath.exp(sigma * normal(device));
  }

  /**
   * True with a probability, exactly to within 2^-33.
   *
   * @param probability in [0, 1]
   */
  public boolean bernoulli(long device, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability is in [0, 1], was " + probability);
    }
    return uniform(device) < probability;
  }

  /**
   * A key of a round of {@link Philox}, as an unsigned int: for backends that make many words.
   *
   * @param number twice that of the round, and 1 more for the second key
   */
  public long roundKey(int number) {
    return schedule[number];
  }

  /** Words 2 and 3 of every counter, word 2 in the lower half: for backends. */
  public long rest() {
    return rest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Draws that && key == that.key && rest == that.rest;
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, rest);
  }

  @Override
  public String toString() {
    return "draws of key %016x %016x".formatted(key, rest);
  }
}
