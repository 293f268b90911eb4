package io.github.remanence.kernel.random;

/**
 * Philox4x32-10: a keyed bijection of 128 bits that turns a counter into four random words.
 *
 * <p>Ten rounds of two multiplications. The constants are those of the paper; the known answers of
 * its authors are a test.
 */
public final class Philox {

  /** Rounds of Philox4x32-10. */
  public static final int ROUNDS = 10;

  /** Multiplies the first word of a counter. */
  public static final int MULTIPLIER_0 = 0xD2511F53;

  /** Multiplies the third word of a counter. */
  public static final int MULTIPLIER_1 = 0xCD9E8D57;

  /** Added to the first word of a key after each round: the golden ratio. */
  static final int WEYL_0 = 0x9E3779B9;

  /** Added to the second word of a key after each round: sqrt(3) - 1. */
  static final int WEYL_1 = 0xBB67AE85;

  private static final long LOW = 0xFFFF_FFFFL;

  private Philox() {}

  /**
   * Four random words, packed in two: the first two in {@code high = false}, word 0 in the lower
   * half.
   *
   * @param counter01 words 0 and 1 of the counter, word 0 in the lower half
   * @param counter23 words 2 and 3
   * @param key both words of the key
   * @param high whether words 2 and 3 are wanted, rather than 0 and 1
   */
  public static long words(long counter01, long counter23, long key, boolean high) {
    int c0 = (int) counter01;
    int c1 = (int) (counter01 >>> 32);
    int c2 = (int) counter23;
    int c3 = (int) (counter23 >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = (MULTIPLIER_0 & LOW) * (c0 & LOW);
      long p1 = (MULTIPLIER_1 & LOW) * (c2 & LOW);
      c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c1 = (int) p1;
      c3 = (int) p0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    return high ? pair(c2, c3) : pair(c0, c1);
  }

  /** The keys of all rounds, two for each, in the lower halves. */
  static long[] schedule(long key) {
    long[] keys = new long[2 * ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      keys[2 * round] = ((int) key + round * WEYL_0) & LOW;
      keys[2 * round + 1] = ((int) (key >>> 32) + round * WEYL_1) & LOW;
    }
    return keys;
  }

  private static long pair(int low, int high) {
    return (low & LOW) | ((long) high << 32);
  }
}
