package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.remanence.kernel.gpu.GpuPath;
import io.github.remanence.kernel.gpu.GpuRunner;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Updates on a GPU, by every way there is: of crossbars of the host, and of those that stay there.
 */
@Tag("gpu")
class GpuTest {

  private static final int ROWS = 23;
  private static final int COLS = 61;

  /** Devices that are worked at once, so few that a crossbar is many tiles. */
  private static final long FEW = 200;

  /** Forms with a device that is computed one at a time, in double. */
  private static final Set<Form> REFUSED =
      EnumSet.of(
          Form.INT8_ON_PAIRS_OF_TABLES_THAT_DIFFER,
          Form.OUTER_PRODUCTS_ON_TABLES,
          Form.NOISE_OF_OTHER_FAMILIES,
          Form.NOISE_OF_OTHER_FAMILIES_THAT_DIFFER,
          Form.NOISE_AT_ONCE_OF_OTHER_FAMILIES,
          Form.NOISE_AT_ONCE_OF_OTHER_FAMILIES_THAT_DIFFER,
          Form.INT8_ON_POWER_STEPS_THAT_DIFFER,
          Form.GRADIENT_ON_TABLES_IN_WINDOWS_OF_THEIR_OWN,
          Form.GRADIENT_ON_DEVICES_THAT_DIFFER_AND_SPEED_UP,
          Form.KEEPING_COORDINATE_OF_OTHER_FAMILIES);

  private static final List<UnaryOperator<Crossbar>> PARTS =
      List.of(
          whole -> whole,
          whole -> whole.block(2, 3, 20, 57),
          whole -> whole.everyRow(7).block(1, 3, 2, 40),
          whole -> whole.block(5, 0, 1, COLS),
          whole -> whole.block(4, 4, 0, 9));

  private static final Map<GpuPath, GpuRunner> BY_TILES = new EnumMap<>(GpuPath.class);

  static Stream<GpuPath> paths() {
    return Stream.of(GpuPath.values()).filter(path -> path.missing().isEmpty());
  }

  private static Stream<GpuRunner> runners(GpuPath path) {
    GpuRunner runner = path.runner();
    return Stream.of(runner, BY_TILES.computeIfAbsent(path, p -> runner.withTiles(FEW)));
  }

  static Stream<Arguments> cases() {
    return paths().flatMap(path -> Stream.of(Form.values()).map(form -> Arguments.of(path, form)));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("cases")
  void everyFormHasTheBitsOfTheScalarBackend(GpuPath path, Form form) {
    for (UnaryOperator<Crossbar> part : PARTS) {
      List<float[]> expected = updated(form, part, scalar(), onHost(), onHost());
      for (GpuRunner runner : runners(path).toList()) {
        UpdateKernel kernel = UpdateKernel.of(runner);
        if (REFUSED.contains(form)) {
          refuses(form, kernel, onHost(), onHost());
          refuses(form, kernel, on(runner), on(runner));
        } else {
          same(updated(form, part, kernel, onHost(), onHost()), expected, runner);
          same(updated(form, part, kernel, on(runner), on(runner)), expected, runner);
        }
      }
    }
  }

  private static UpdateKernel scalar() {
    return UpdateKernel.of(Backend.SCALAR, Workers.callingThread());
  }

  private static Crossbar onHost() {
    return Crossbar.offHeap(ROWS, COLS);
  }

  private static Crossbar on(GpuRunner runner) {
    return Crossbar.on(runner, ROWS, COLS);
  }

  private static void same(List<float[]> found, List<float[]> expected, GpuRunner runner) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i)).as(runner.description()).isEqualTo(expected.get(i));
    }
  }

  /** All the memory after an update of a part. */
  private static List<float[]> updated(
      Form form,
      UnaryOperator<Crossbar> part,
      UpdateKernel kernel,
      Crossbar crossbar,
      Crossbar minus) {
    try (crossbar;
        minus) {
      start(crossbar, 1);
      start(minus, 2);
      form.on(part.apply(crossbar), part.apply(minus)).by(kernel);
      return List.of(read(crossbar), read(minus));
    }
  }

  private static void refuses(Form form, UpdateKernel kernel, Crossbar crossbar, Crossbar minus) {
    try (crossbar;
        minus) {
      start(crossbar, 1);
      start(minus, 2);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> form.on(crossbar, minus).by(kernel))
          .withMessageContaining("the GPU has no arithmetic for")
          .withMessageContaining("take the backend 'vector' or 'scalar'");
      assertThat(read(crossbar)).isEqualTo(Conductances.start((long) ROWS * COLS, 1));
      assertThat(read(minus)).isEqualTo(Conductances.start((long) ROWS * COLS, 2));
    }
  }

  private static void start(Crossbar crossbar, long seed) {
    Crossbar.wrap(Conductances.start(crossbar.devices(), seed), ROWS, COLS).copyTo(crossbar);
  }

  private static float[] read(Crossbar crossbar) {
    Crossbar host = Crossbar.onHeap(crossbar.rows(), crossbar.cols());
    crossbar.copyTo(host);
    return Conductances.of(host);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("paths")
  void aNewCrossbarIsZeroAndACopyKeepsEveryBit(GpuPath path) {
    try (Crossbar resident = on(path.runner())) {
      assertThat(read(resident)).containsOnly(0f);
      resident.fill(1.7f);
      assertThat(read(resident)).containsOnly(1.7f);
      float[] odd = new float[ROWS * COLS];
      odd[3] = -0f;
      odd[4] = Float.POSITIVE_INFINITY;
      odd[5] = Float.NaN;
      odd[6] = Float.MIN_VALUE;
      Crossbar.wrap(odd, ROWS, COLS).copyTo(resident);
      assertThat(read(resident)).isEqualTo(odd);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("paths")
  void countsMayBeOnTheGpuToo(GpuPath path) {
    GpuRunner gpu = path.runner();
    float[] expected = Conductances.start((long) ROWS * COLS, 1);
    float[] counts = Conductances.start((long) ROWS * COLS, 9);
    scalar()
        .apply(
            Plans.NO_FIELD,
            Pulses.gradient(counts, ROWS, COLS, -3, 0.5),
            Crossbar.wrap(expected, ROWS, COLS));
    try (Crossbar crossbar = on(gpu);
        Crossbar there = on(gpu)) {
      start(crossbar, 1);
      start(there, 9);
      UpdateKernel.of(gpu).apply(Plans.NO_FIELD, Pulses.gradient(there, -3, 0.5), crossbar);
      assertThat(read(crossbar)).isEqualTo(expected);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("paths")
  void theHostCannotSeeWhatIsOnTheGpu(GpuPath path) {
    try (Crossbar resident = on(path.runner())) {
      for (Backend backend : Backends.OF_THE_HOST) {
        UpdateKernel kernel = UpdateKernel.of(backend, Workers.callingThread());
        assertThatIllegalStateException()
            .isThrownBy(() -> kernel.apply(Plans.NO_FIELD, Pulses.uniform(1), resident))
            .withMessageContaining("the crossbar is on the GPU")
            .withMessageContaining("take Backend.GPU");
        assertThatIllegalStateException()
            .isThrownBy(
                () ->
                    kernel.apply(
                        Plans.NO_FIELD, Pulses.float32(resident), Crossbar.onHeap(ROWS, COLS)))
            .withMessageContaining("on the GPU");
      }
      Crossbar host = Crossbar.onHeap(ROWS, COLS);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DifferentialPair.of(host, resident))
          .withMessageContaining("both on the GPU");
      List<Runnable> looks =
          List.of(
              resident::conductances,
              () -> resident.get(0, 0),
              () -> resident.set(0, 0, 1),
              () -> resident.census(Plans.NO_FIELD.curve()));
      for (Runnable look : looks) {
        assertThatIllegalStateException()
            .isThrownBy(look::run)
            .withMessageContaining("is on the GPU; copy it to one of the host to see it");
      }
    }
  }

  /** Though other memory was taken since. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("paths")
  void closedCountsAreRefusedAndMemoryIsUntouched(GpuPath path) {
    Crossbar counts = on(path.runner());
    Pulses pulses = Pulses.float32(counts);
    counts.close();
    try (Crossbar crossbar = on(path.runner())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> UpdateKernel.of(path.runner()).apply(Plans.NO_FIELD, pulses, crossbar))
          .withMessageContaining("closed");
      assertThat(read(crossbar)).containsOnly(0f);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("paths")
  void aClosedCrossbarIsRefused(GpuPath path) {
    Crossbar resident = on(path.runner());
    Crossbar part = resident.block(1, 1, 5, 5);
    Pulses pulses = Pulses.float32(on(path.runner()));
    resident.close();
    UpdateKernel kernel = UpdateKernel.of(path.runner());
    for (Crossbar closed : List.of(resident, part)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> kernel.apply(Plans.NO_FIELD, Pulses.uniform(1), closed))
          .withMessageContaining("closed");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kernel.apply(Plans.NO_FIELD, pulses, part))
        .withMessageContaining("do not fit");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("paths")
  void moreMemoryThanThereIsIsRefused(GpuPath path) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Crossbar.on(path.runner(), 1L << 30, 1L << 20))
        .withMessageContaining(Long.toString(1L << 52));
  }
}
