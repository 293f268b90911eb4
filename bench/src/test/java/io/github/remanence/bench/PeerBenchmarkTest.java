package io.github.remanence.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.bench.peer.PeerLoop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A peer that does less than the kernel would be an unfair one. Skipped, and reported as skipped,
 * where there is no compiler.
 */
class PeerBenchmarkTest {

  private static final List<String> LOOPS =
      List.of(
          "int8",
          "float32",
          "factors",
          "noise",
          "pair-exponential",
          "pair-linear",
          "pair-as-written",
          "pair-as-written-linear");

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void findCompiler() {
    CompilerSearch.assumeFound();
  }

  @BeforeEach
  void catchWhatIsPrinted() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void printAgain() {
    System.setOut(console);
  }

  static Stream<BenchmarkBody> loops() {
    return BenchmarkBody.all().stream().filter(body -> body.type() == PeerBenchmark.class);
  }

  @ParameterizedTest
  @MethodSource("loops")
  void loopDoesToEveryDeviceWhatTheReferenceDoes(BenchmarkBody body) {
    check(body);
  }

  static Stream<Arguments> saboteurs() {
    return LOOPS.stream()
        .flatMap(
            loop ->
                Stream.of(
                    Arguments.of(DoesNothing.class, loop, "cell "),
                    Arguments.of(AppliesTwice.class, loop, "cell "),
                    Arguments.of(MissesTheLast.class, loop, "cell 16769 went from"),
                    Arguments.of(IsSlightlyWrong.class, loop, "cell 0 went from"),
                    Arguments.of(MiscountsDevices.class, loop, "[devices that were counted]")));
  }

  @ParameterizedTest
  @MethodSource("saboteurs")
  void brokenLoopIsCaught(Class<?> saboteur, String loop, String reason) {
    assertThatThrownBy(() -> check(body(saboteur, loop)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pair-exponential", "pair-linear", "pair-as-written", "pair-as-written-linear"})
  void pairsAreRefreshed(String loop) {
    try (BenchmarkRun run = new BenchmarkRun(body(PeerBenchmark.class, loop))) {
      PeerLoop peer = ((PeerBenchmark) run.benchmark()).peer();
      List<List<Float>> before = cells(peer);
      run.once();
      List<List<Float>> after = cells(peer);
      // All pulses depress, so nothing else raises a device.
      assertThat(IntStream.range(0, before.size()))
          .anyMatch(cell -> after.get(cell).getFirst() > before.get(cell).getFirst())
          .anyMatch(cell -> after.get(cell).getLast() > before.get(cell).getLast());
    }
  }

  @Test
  void whatRunsIsPrinted() {
    check(body(PeerBenchmark.class, "pair-linear"));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern(
            "# Runs: C\\+\\+ loop pair-linear of 130x129; threads: 1; .+, -std=c\\+\\+17 -O3 ");
  }

  @Test
  void unknownLoopIsRefusedWithTheKnownOnes() {
    PeerBenchmark benchmark = new PeerBenchmark();
    benchmark.loop = "int16";
    benchmark.size = "1";
    benchmark.threads = 1;
    benchmark.compiler = "c++";
    assertThatIllegalArgumentException()
        .isThrownBy(benchmark::setUp)
        .withMessage(
            "a loop is %s or pair-as-written-linear, was 'int16'",
            String.join(", ", LOOPS.subList(0, 7)));
  }

  private static BenchmarkBody body(Class<?> type, String loop) {
    Map<String, String> parameters =
        Map.of("loop", loop, "size", "130x129", "threads", "1", "compiler", "c++");
    return new BenchmarkBody(type, "update", parameters);
  }

  /** Runs a body forth and back, and looks at every device each time. */
  private static void check(BenchmarkBody body) {
    try (BenchmarkRun run = new BenchmarkRun(body)) {
      PeerBenchmark benchmark = (PeerBenchmark) run.benchmark();
      int moved = 0;
      for (int sign : List.of(1, -1)) {
        List<List<Float>> before = cells(benchmark.peer());
        run.once();
        PeerOracle oracle = PeerOracle.of(benchmark.loop, benchmark.peer(), sign);
        moved += moved(oracle, before, cells(benchmark.peer()));
      }
      assertThat(moved).as("cells that moved").isPositive();
      assertThat(run.state(Traffic.class).perDevice)
          .as("devices that were counted")
          .isEqualTo(2 * benchmark.peer().devices());
      assertThat(1e3 * run.state(Traffic.class).perKilobyte)
          .as("bytes that were counted")
          .isCloseTo(2.0 * bytes(benchmark), within(1e-3));
    }
  }

  private static long bytes(PeerBenchmark benchmark) {
    int bytesPerDevice =
        switch (benchmark.loop) {
          case "int8" -> 9;
          case "float32" -> 12;
          case "factors", "noise" -> 25;
          default -> 14; // A pair moves two conductances, reads two factors and a gradient.
        };
    return bytesPerDevice * benchmark.peer().devices();
  }

  /** Fails if a cell is not where the oracle expects it; returns how many moved. */
  private static int moved(PeerOracle oracle, List<List<Float>> before, List<List<Float>> after) {
    int moved = 0;
    for (int cell = 0; cell < before.size(); cell++) {
      List<List<Oracle.Expected>> expected = oracle.after(cell, before.get(cell));
      List<Float> stored = after.get(cell);
      if (expected.stream().noneMatch(each -> allows(each, stored))) {
        throw new AssertionError(
            "cell %d went from %s to %s, expected %s"
                .formatted(cell, before.get(cell), stored, expected));
      }
      moved += stored.equals(before.get(cell)) ? 0 : 1;
    }
    return moved;
  }

  private static boolean allows(List<Oracle.Expected> expected, List<Float> stored) {
    return IntStream.range(0, expected.size())
        .allMatch(device -> expected.get(device).allows(stored.get(device)));
  }

  /** The conductances of the one or two devices of every cell. */
  private static List<List<Float>> cells(PeerLoop peer) {
    List<float[]> arrays =
        peer.conductances().stream().map(each -> each.toArray(ValueLayout.JAVA_FLOAT)).toList();
    return IntStream.range(0, arrays.getFirst().length)
        .mapToObj(cell -> arrays.stream().map(each -> each[cell]).toList())
        .toList();
  }

  /** Fast, and wrong. */
  public static class DoesNothing extends PeerBenchmark {
    @Override
    public void update(Traffic counter) {
      counter.add(peer().devices(), 0);
    }
  }

  /** Forth and back in one call. */
  public static class AppliesTwice extends PeerBenchmark {
    @Override
    public void update(Traffic counter) {
      super.update(counter);
      super.update(new Traffic());
    }
  }

  /** As a loop without a tail would. */
  public static class MissesTheLast extends PeerBenchmark {
    @Override
    public void update(Traffic counter) {
      MemorySegment devices = peer().conductances().getFirst();
      long last = peer().devices() / peer().conductances().size() - 1;
      float untouched = devices.getAtIndex(ValueLayout.JAVA_FLOAT, last);
      super.update(counter);
      devices.setAtIndex(ValueLayout.JAVA_FLOAT, last, untouched);
    }
  }

  /** By a part of a thousand of the smallest step. */
  public static class IsSlightlyWrong extends PeerBenchmark {
    @Override
    public void update(Traffic counter) {
      super.update(counter);
      MemorySegment devices = peer().conductances().getFirst();
      float right = devices.getAtIndex(ValueLayout.JAVA_FLOAT, 0);
      devices.setAtIndex(ValueLayout.JAVA_FLOAT, 0, right * 1.000003f);
    }
  }

  /** Would print half the time that a device takes. */
  public static class MiscountsDevices extends PeerBenchmark {
    @Override
    public void update(Traffic counter) {
      super.update(counter);
      counter.add(peer().devices(), 0);
    }
  }
}
