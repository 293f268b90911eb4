package io.github.remanence.validate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Every float from one to another of the same sign, in the order of their bits, which leads away
 * from zero.
 *
 * @param from the first
 * @param to the one after the last
 */
record FloatRange(float from, float to) {

  /** From each of these floats, which lead away from zero, to the next one. */
  static List<FloatRange> between(float... limits) {
    return IntStream.range(1, limits.length)
        .mapToObj(i -> new FloatRange(limits[i - 1], limits[i]))
        .toList();
  }

  /** The same range on the other side of zero. */
  FloatRange negated() {
    return new FloatRange(-from, -to);
  }

  /** The number of floats. */
  int size() {
    return Float.floatToRawIntBits(to) - Float.floatToRawIntBits(from);
  }

  /** One of the floats, counted from 0. */
  float get(int i) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(from) + i);
  }
}
