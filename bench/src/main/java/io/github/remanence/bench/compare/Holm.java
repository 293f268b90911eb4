package io.github.remanence.bench.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction: with it the chance of one false alarm or more among all comparisons is at most
 * the level, however they depend on each other. [S. Holm, Scandinavian Journal of Statistics 6(2),
 * 1979.]
 */
final class Holm {

  private Holm() {}

  /** Adjusted probabilities, in the order of those given. */
  static double[] adjust(double[] probabilities) {
    int count = probabilities.length;
    List<Integer> smallestFirst =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities[i]))
            .toList();
    double[] adjusted = new double[count];
    double atLeast = 0;
    for (int rank = 0; rank < count; rank++) {
      int i = smallestFirst.get(rank);
      atLeast = Math.max(atLeast, Math.min(1, (count - rank) * probabilities[i]));
      adjusted[i] = atLeast;
    }
    return adjusted;
  }
}
