package io.github.remanence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainTest {

  @Test
  void int8TrainsHaveEveryCountFromMinusNToNAboutAsOften() {
    int side = 110;
    Train train = Train.int8(5, side);
    List<Integer> counts = IntStream.range(0, side * side).map(train.count()).boxed().toList();
    assertThat(counts).allSatisfy(n -> assertThat(n).isBetween(-5, 5));
    for (int n = -5; n <= 5; n++) {
      int wanted = n;
      // 1100 expected, standard deviation 32; the seed is fixed.
      assertThat(counts.stream().filter(count -> count == wanted)).hasSizeBetween(950, 1250);
    }
  }

  @Test
  void uniformTrainsHaveOneCount() {
    assertThat(IntStream.range(0, 100).map(Train.uniform(-5).count())).containsOnly(-5);
  }
}
