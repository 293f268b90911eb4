package io.github.remanence.bench.study;

/**
 * How long JMH measures in a fork.
 *
 * @param warmUps iterations that do not count
 * @param warmUpMillis the time of each
 * @param iterations iterations that count
 * @param millis the time of each
 */
public record Timing(int warmUps, int warmUpMillis, int iterations, int millis) {

  /**
   * Loops of vectors need up to a second and a half to warm up, the rest is what a median asks for.
   */
  public static final Timing SHORT = new Timing(4, 400, 5, 100);

  /** The same as the annotations of the benchmarks have it. */
  public static final Timing LONG = new Timing(3, 1000, 5, 500);
}
