package io.github.remanence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsotonicTest {

  @Test
  void violatorsShareTheirWeightedMean() {
    assertThat(Isotonic.rising(List.of(1.0, 4.0, 1.0, 5.0), List.of(1.0, 1.0, 2.0, 1.0)))
        .containsExactly(1.0, 2.0, 2.0, 5.0);
  }

  @Test
  void whatRisesStays() {
    assertThat(Isotonic.rising(List.of(1.0, 2.0, 3.0), List.of(5.0, 1.0, 2.0)))
        .containsExactly(1.0, 2.0, 3.0);
  }

  /** No monotone sequence of a fine grid is nearer, tried for every one of them. */
  @Test
  void noOtherMonotoneSequenceIsNearer() {
    Random random = new Random(3);
    for (int trial = 0; trial < 20; trial++) {
      List<Double> values = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        values.add((double) random.nextInt(5));
        weights.add(1.0 + random.nextInt(3));
      }
      double ours = distance(values, weights, Isotonic.rising(values, weights));
      assertThat(ours).isLessThanOrEqualTo(nearestOnGrid(values, weights) + 1e-12);
      assertThat(ours).isCloseTo(nearestOnGrid(values, weights), within(0.1));
    }
  }

  private static double nearestOnGrid(List<Double> values, List<Double> weights) {
    double best = Double.POSITIVE_INFINITY;
    int steps = 40; // of 0.1 each
    for (int a = 0; a <= steps; a++) {
      for (int b = a; b <= steps; b++) {
        for (int c = b; c <= steps; c++) {
          for (int d = c; d <= steps; d++) {
            List<Double> tried = List.of(a / 10.0, b / 10.0, c / 10.0, d / 10.0);
            best = Math.min(best, distance(values, weights, tried));
          }
        }
      }
    }
    return best;
  }

  private static double distance(List<Double> values, List<Double> weights, List<Double> other) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += weights.get(i) * Math.pow(values.get(i) - other.get(i), 2);
    }
    return sum;
  }
}
