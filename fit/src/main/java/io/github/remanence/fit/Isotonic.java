package io.github.remanence.fit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The sequence that never falls and is nearest to one that may: weighted least squares by pooling
 * adjacent violators (Barlow et al., Statistical Inference under Order Restrictions, 1972). No
 * library for the JVM that we found has it without a machine-learning stack around it.
 */
final class Isotonic {

  /** Neighbours that share their mean. */
  record Pool(double mean, double weight, int size) {

    private Pool with(Pool next) {
      double sum = weight + next.weight;
      return new Pool((weight * mean + next.weight * next.mean) / sum, sum, size + next.size);
    }
  }

  private Isotonic() {}

  /**
   * The pools, in order, with strictly rising means.
   *
   * @param weights positive
   */
  static List<Pool> pools(List<Double> values, List<Double> weights) {
    Deque<Pool> pools = new ArrayDeque<>();
    for (int i = 0; i < values.size(); i++) {
      Pool last = new Pool(values.get(i), weights.get(i), 1);
      while (!pools.isEmpty() && pools.getLast().mean >= last.mean) {
        last = pools.removeLast().with(last);
      }
      pools.addLast(last);
    }
    return List.copyOf(pools);
  }

  /** The sequence, as long as the one given. */
  static List<Double> rising(List<Double> values, List<Double> weights) {
    List<Double> rising = new ArrayList<>();
    for (Pool pool : pools(values, weights)) {
      for (int i = 0; i < pool.size; i++) {
        rising.add(pool.mean);
      }
    }
    return rising;
  }
}
