package io.github.remanence.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.random.Draws;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A benchmark that does not do its work is fast: here every body has to show that it does. */
class BenchmarkCorrectnessTest {

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "backend",
          "scalar",
          "size",
          "17x3",
          "threads",
          "1",
          "field",
          "0.5",
          "noise",
          "per-step",
          "factors",
          "none");

  /** Broken benchmarks, and what the check has to say of each. */
  static final List<Arguments> SABOTEURS =
      List.of(
          arguments(DoesNothing.class, "device 0 went from"),
          arguments(AppliesTwice.class, "device 0 went from"),
          arguments(MissesTheLast.class, "device 50 went from"),
          arguments(DrawsAgain.class, "device 0 went from"),
          arguments(MiscountsDevices.class, "[devices that were counted]"),
          arguments(MiscountsBytes.class, "[bytes that were counted]"));

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void catchWhatIsPrinted() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void printAgain() {
    System.setOut(console);
  }

  @Test
  void everyBenchmarkIsFoundWithAllItsParameters() {
    List<BenchmarkBody> all = BenchmarkBody.all();
    assertThat(all.stream().map(body -> body.type().getSimpleName() + "." + body.method()))
        .containsOnly(
            "BlockBenchmark.update",
            "CeilingBenchmark.copy",
            "CeilingBenchmark.fma",
            "CeilingBenchmark.multiplyAdd",
            "CeilingBenchmark.scale",
            "DifferentialPairBenchmark.update",
            "FactorsBenchmark.update",
            "FieldChangeBenchmark.change",
            "FirstCallBenchmark.update",
            "GpuBenchmark.call",
            "GradientBenchmark.update",
            "MemoryKindBenchmark.update",
            "MixedFormsBenchmark.update",
            "NoiseBenchmark.update",
            "NumPyBenchmark.update",
            "OuterProductSumBenchmark.update",
            "OuterProductsBenchmark.update",
            "PeerBenchmark.update",
            "PerDeviceUpdateBenchmark.update",
            "RandomBenchmark.draw",
            "ResponseBenchmark.update",
            "TrainBenchmark.update",
            "UniformUpdateBenchmark.update");
    int sizesAndThreads = 3 * 2;
    int core = 2 * sizesAndThreads * (3 + 2 * 3 + 2 * 2);
    int forms = 2 * 2 * (4 * 3 + 2 + 4 + 3 + 3 * 3 + 2 * 3 + 3 * 2 + 3 + 2 + 3 * 3 + 3);
    int firstCalls = 5;
    int ceilings = 3 * sizesAndThreads + 2;
    int peers = 8 * sizesAndThreads;
    int numPy = 2 * 2;
    int gpu = 9;
    int responses = 7 * 2 * 2;
    assertThat(all)
        .hasSize(core + forms + firstCalls + ceilings + peers + numPy + gpu + responses)
        .doesNotHaveDuplicates();
  }

  /** The GPU has a benchmark of its own. */
  @Test
  void everyBackendIsMeasured() {
    assertThat(updates().map(body -> body.parameters().get("backend")).distinct())
        .containsExactlyInAnyOrder(
            Arrays.stream(Backend.values())
                .filter(backend -> backend != Backend.GPU)
                .map(Backend::toString)
                .toArray(String[]::new));
  }

  static Stream<BenchmarkBody> updates() {
    return BenchmarkBody.all().stream()
        .filter(body -> CrossbarBenchmark.class.isAssignableFrom(body.type()))
        .filter(
            body -> body.type() != DifferentialPairBenchmark.class) // Two crossbars, another test.
        .filter(
            body ->
                MatrixProductSearch.found() || !"openblas".equals(body.parameters().get("sum")));
  }

  @ParameterizedTest
  @MethodSource("updates")
  void bodyDoesToEveryDeviceWhatTheReferenceDoes(BenchmarkBody body) {
    check(body);
  }

  @ParameterizedTest
  @FieldSource("SABOTEURS")
  void brokenBodyIsCaught(Class<?> saboteur, String reason) {
    BenchmarkBody body = new BenchmarkBody(saboteur, "update", PARAMETERS);
    assertThatThrownBy(() -> check(body))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(reason);
  }

  /** One body of each oracle. */
  static Stream<BenchmarkBody> oneOfEachForm() {
    Map<String, BenchmarkBody> one = new LinkedHashMap<>();
    updates()
        .filter(body -> "vector".equals(body.parameters().get("backend")))
        .forEach(body -> one.putIfAbsent(body.type().getSimpleName() + variant(body), body));
    return one.values().stream();
  }

  private static String variant(BenchmarkBody body) {
    return Stream.of(
            "form",
            "counts",
            "factors",
            "noise",
            "response",
            "numbers",
            "batch",
            "sum",
            "length",
            "rule")
        .map(name -> body.parameters().getOrDefault(name, ""))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @MethodSource("oneOfEachForm")
  void oneDeviceThatIsSlightlyWrongIsCaughtInEveryForm(BenchmarkBody body) {
    assertThatThrownBy(
            () -> check(body, crossbar -> crossbar.set(0, 0, 1.001f * crossbar.get(0, 0))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("device 0 went from");
  }

  /** The row of one device and one step: each of the two calls makes all steps of every device. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        TrainBenchmark.class,
        OuterProductsBenchmark.class,
        OuterProductSumBenchmark.class
      })
  void stepsAreCounted(Class<?> type) {
    Map<String, String> parameters = new HashMap<>(PARAMETERS);
    parameters.putAll(Map.of("length", "5", "batch", "5", "sum", "kernel"));
    try (BenchmarkRun run = new BenchmarkRun(new BenchmarkBody(type, "update", parameters))) {
      run.once();
      run.once();
      assertThat(run.state(PerStep.class).perStep).isEqualTo(2 * 5 * 17 * 3);
    }
  }

  @Test
  void soundBodyPassesTheCheckThatCatchesBrokenOnes() {
    check(new BenchmarkBody(UniformUpdateBenchmark.class, "update", PARAMETERS));
  }

  @Test
  void whatRunsIsPrinted() {
    check(new BenchmarkBody(UniformUpdateBenchmark.class, "update", PARAMETERS));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("# Runs: scalar; crossbar of 17 x 3; threads: 1; Java ");
  }

  /** Runs a body forth and back, and looks at every device each time. */
  private static void check(BenchmarkBody body) {
    check(body, crossbar -> {});
  }

  /** The same, with a fault that each run is followed by. */
  private static void check(BenchmarkBody body, Consumer<Crossbar> fault) {
    try (BenchmarkRun run = new BenchmarkRun(body)) {
      CrossbarBenchmark benchmark = (CrossbarBenchmark) run.benchmark();
      Crossbar crossbar = benchmark.workbench().crossbar();
      int moved = 0;
      for (boolean forth : List.of(true, false)) {
        float[] before = values(crossbar);
        run.once();
        fault.accept(crossbar);
        moved += moved(Oracle.of(benchmark, forth), before, values(crossbar));
      }
      assertThat(moved).as("devices that moved").isPositive();
      Traffic traffic = run.state(Traffic.class);
      assertThat(traffic.perDevice)
          .as("devices that were counted")
          .isEqualTo(2 * crossbar.devices());
      assertThat(1e3 * traffic.perKilobyte)
          .as("bytes that were counted")
          .isCloseTo(2.0 * Bytes.of(benchmark), within(1e-3));
    }
  }

  /** Fails if a device is not where the oracle expects it; returns how many moved. */
  private static int moved(Oracle oracle, float[] before, float[] after) {
    int moved = 0;
    for (int i = 0; i < after.length; i++) {
      Oracle.Expected expected = oracle.after(i, before[i]);
      if (!expected.allows(after[i])) {
        throw new AssertionError(
            "device %d went from %s to %s, expected %s"
                .formatted(i, before[i], after[i], expected));
      }
      moved += after[i] == before[i] ? 0 : 1;
    }
    return moved;
  }

  private static float[] values(Crossbar crossbar) {
    float[] values = new float[(int) crossbar.devices()];
    int cols = (int) crossbar.cols();
    for (int i = 0; i < values.length; i++) {
      values[i] = crossbar.get(i / cols, i % cols);
    }
    return values;
  }

  /** Fast, and wrong. */
  public static class DoesNothing extends UniformUpdateBenchmark {
    @Override
    public void update(Traffic counter) {
      long devices = workbench().crossbar().devices();
      counter.add(devices, 8 * devices);
    }
  }

  /** Forth and back in one call. */
  public static class AppliesTwice extends UniformUpdateBenchmark {
    @Override
    public void update(Traffic counter) {
      super.update(counter);
      super.update(new Traffic());
    }
  }

  /** As a loop without a tail would. */
  public static class MissesTheLast extends UniformUpdateBenchmark {
    @Override
    public void update(Traffic counter) {
      Crossbar crossbar = workbench().crossbar();
      float last = crossbar.get(16, 2);
      super.update(counter);
      crossbar.set(16, 2, last);
    }
  }

  /** Forgets that there was an update. */
  public static class DrawsAgain extends NoiseBenchmark {
    @Override
    Draws nextDraws() {
      return Draws.of(SEED, 0);
    }
  }

  /** Would print half the time that a device takes. */
  public static class MiscountsDevices extends UniformUpdateBenchmark {
    @Override
    public void update(Traffic counter) {
      super.update(counter);
      counter.add(workbench().crossbar().devices(), 0);
    }
  }

  /** Would print half the bytes that an update moves. */
  public static class MiscountsBytes extends UniformUpdateBenchmark {
    @Override
    public void update(Traffic counter) {
      super.update(counter);
      counter.perKilobyte /= 2;
    }
  }
}
