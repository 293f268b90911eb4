package io.github.remanence.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.bench.Oracle.Expected;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DifferentialPair;
import io.github.remanence.reference.ReferenceDevice;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both devices of each pair are where the reference has them, refreshed where they have to be. */
class DifferentialPairBenchmarkTest {

  static Stream<BenchmarkBody> pairs() {
    return BenchmarkBody.all().stream()
        .filter(body -> body.type() == DifferentialPairBenchmark.class);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bodyDoesToEveryPairWhatTheReferenceDoes(BenchmarkBody body) {
    check(body);
  }

  @ParameterizedTest
  @ValueSource(classes = {DoesNothing.class, AppliesTwice.class, MissesTheMinusDevice.class})
  void brokenBodyIsCaught(Class<?> saboteur) {
    assertThatThrownBy(() -> check(body(saboteur, "0")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("pair ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void pairsAreRefreshed(String field) {
    try (BenchmarkRun run = new BenchmarkRun(body(DifferentialPairBenchmark.class, field))) {
      DifferentialPair pair = ((DifferentialPairBenchmark) run.benchmark()).pair();
      List<List<Float>> before = cells(pair);
      run.once();
      List<List<Float>> after = cells(pair);
      // All pulses depress, so nothing else raises a device.
      assertThat(IntStream.range(0, before.size()))
          .anyMatch(cell -> after.get(cell).getFirst() > before.get(cell).getFirst())
          .anyMatch(cell -> after.get(cell).getLast() > before.get(cell).getLast());
    }
  }

  private static BenchmarkBody body(Class<?> type, String field) {
    Map<String, String> parameters =
        Map.of("backend", "scalar", "size", "127x129", "threads", "1", "field", field);
    return new BenchmarkBody(type, "update", parameters);
  }

  /** Runs a body forth and back, and looks at every pair each time. */
  private static void check(BenchmarkBody body) {
    try (BenchmarkRun run = new BenchmarkRun(body)) {
      DifferentialPairBenchmark benchmark = (DifferentialPairBenchmark) run.benchmark();
      DifferentialPair pair = benchmark.pair();
      int moved = 0;
      for (int sign : List.of(1, -1)) {
        List<List<Float>> before = cells(pair);
        run.once();
        moved += moved(oracle(benchmark, sign), before, cells(pair));
      }
      assertThat(moved).as("pairs that moved").isPositive();
      Traffic traffic = run.state(Traffic.class);
      long pairs = pair.plus().devices();
      assertThat(traffic.perDevice).as("devices that were counted").isEqualTo(2 * 2 * pairs);
      assertThat(1e3 * traffic.perKilobyte)
          .as("bytes that were counted: 2 conductances twice, 2 factors, a gradient")
          .isCloseTo(2.0 * pairs * (16 + 4 + 4), within(1e-3));
    }
  }

  private static PeerOracle oracle(DifferentialPairBenchmark benchmark, int sign) {
    ReferenceDevice device = Oracle.device(benchmark.field);
    int cols = (int) benchmark.pair().plus().cols();
    // The bound of an update, and for a refresh an ulp of the upper end on top of its two
    // roundings.
    double tolerance = 2 * Math.ulp((float) device.maxConductance()) + 1e-6 * device.range();
    return PeerOracle.pairs(
        device,
        pair -> sign * 7f * benchmark.gradient()[pair],
        pair -> benchmark.plusFactors().pulses(pair / cols, pair % cols),
        pair -> benchmark.minusFactors().pulses(pair / cols, pair % cols),
        tolerance);
  }

  /** Fails if a pair is not where the oracle expects it; returns how many moved. */
  private static int moved(PeerOracle oracle, List<List<Float>> before, List<List<Float>> after) {
    int moved = 0;
    for (int pair = 0; pair < before.size(); pair++) {
      List<Float> stored = after.get(pair);
      List<List<Expected>> expected = oracle.after(pair, before.get(pair));
      if (expected.stream().noneMatch(each -> allows(each, stored))) {
        throw new AssertionError(
            "pair %d went from %s to %s, expected %s"
                .formatted(pair, before.get(pair), stored, expected));
      }
      moved += stored.equals(before.get(pair)) ? 0 : 1;
    }
    return moved;
  }

  private static boolean allows(List<Expected> expected, List<Float> stored) {
    return expected.getFirst().allows(stored.getFirst())
        && expected.getLast().allows(stored.getLast());
  }

  private static List<List<Float>> cells(DifferentialPair pair) {
    float[] plus = values(pair.plus());
    float[] minus = values(pair.minus());
    return IntStream.range(0, plus.length).mapToObj(i -> List.of(plus[i], minus[i])).toList();
  }

  private static float[] values(Crossbar crossbar) {
    return crossbar.conductances().toArray(ValueLayout.JAVA_FLOAT);
  }

  /** Fast, and wrong. */
  public static class DoesNothing extends DifferentialPairBenchmark {
    @Override
    public void update(Traffic counter) {}
  }

  /** Forth and back in one call. */
  public static class AppliesTwice extends DifferentialPairBenchmark {
    @Override
    public void update(Traffic counter) {
      super.update(counter);
      super.update(counter);
    }
  }

  /** As an update of one crossbar would. */
  public static class MissesTheMinusDevice extends DifferentialPairBenchmark {
    @Override
    public void update(Traffic counter) {
      float[] minus = values(pair().minus());
      super.update(counter);
      for (int i = 0; i < minus.length; i++) {
        pair().minus().conductances().setAtIndex(ValueLayout.JAVA_FLOAT, i, minus[i]);
      }
    }
  }
}
