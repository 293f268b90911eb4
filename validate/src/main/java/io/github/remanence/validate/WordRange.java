package io.github.remanence.validate;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Erf;

/**
 * Words that stand for normal numbers of one magnitude, in their order, which leads away from zero.
 *
 * @param z where their magnitude begins
 * @param from the first
 * @param to the one after the last
 */
record WordRange(int z, long from, long to) {

  /** The whole number below the largest magnitude, which is 6.3. */
  private static final int LAST = 6;

  private static final double SQRT2 = StrictMath.sqrt(2);

  /** The words of all positive numbers: from 0 to 1, from 1 to 2, and so on to the end. */
  static List<WordRange> byMagnitude() {
    return IntStream.rangeClosed(0, LAST)
        .mapToObj(z -> new WordRange(z, first(z), z == LAST ? 1L << 31 : first(z + 1)))
        .toList();
  }

  /** The first word k with (k + 1/2) 2^-31 at least erf(z / sqrt(2)). */
  private static long first(int z) {
    return (long) Math.ceil(Erf.value(z / SQRT2) * 0x1p31 - 0.5);
  }

  /** The number of words. */
  int size() {
    return Math.toIntExact(to - from);
  }

  /** One of the words, counted from 0. */
  int get(int i) {
    return (int) (from + i);
  }
}
