package io.github.remanence.bench.ceiling;

/**
 * The cheapest passes over the memory of a crossbar: no update that moves the same bytes is faster.
 * Each works on the values from (inclusive) to (exclusive).
 */
final class Streams {

  private Streams() {}

  /** Copies from one array to another. */
  static void copy(float[] source, float[] target, int from, int to) {
    System.arraycopy(source, from, target, from, to - from);
  }

  /** Multiplies in place: a = factor a. */
  static void scale(float[] a, float factor, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] *= factor;
    }
  }

  /** Multiplies and adds in place: a = factor a + term, fused. */
  static void multiplyAdd(float[] a, float factor, float term, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = Math.fma(a[i], factor, term);
    }
  }
}
