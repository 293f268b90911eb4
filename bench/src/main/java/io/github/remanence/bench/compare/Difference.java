package io.github.remanence.bench.compare;

import io.github.remanence.bench.study.Row;

/**
 * How the time of a row differs between two builds.
 *
 * @param row the row
 * @param processorTime whether it is of processor time, and not of the time on the wall
 * @param oldForks forks of the old build
 * @param newForks forks of the new build
 * @param ratio new time over old: above 1 the new build is slower
 * @param low lower end of the 95 % confidence interval of the ratio, of this row alone
 * @param high upper end
 * @param slower probability of such a difference, or a larger one, if the new build were slower by
 *     no more than the tolerance; adjusted for the number of rows
 * @param faster the same the other way round
 * @param finds the smallest slowdown that would have been found, as a ratio, see {@link Power}
 * @param verdict what follows
 */
public record Difference(
    Row row,
    boolean processorTime,
    int oldForks,
    int newForks,
    double ratio,
    double low,
    double high,
    double slower,
    double faster,
    double finds,
    Verdict verdict) {

  /** What can be said of a row. */
  public enum Verdict {
    /** The new build takes longer by more than the tolerance. */
    SLOWER,
    /** The old build takes longer by more than the tolerance. */
    FASTER,
    /** Neither was shown, which is not to say that they are equal: the interval says how far. */
    NO_DIFFERENCE,
    /** Neither was shown, and a slowdown that shall be found would not have been. */
    TOO_NOISY;

    /** In words. */
    @Override
    public String toString() {
      return switch (this) {
        case SLOWER -> "slower";
        case FASTER -> "faster";
        case NO_DIFFERENCE -> "no difference shown";
        case TOO_NOISY -> "too noisy to tell";
      };
    }
  }
}
