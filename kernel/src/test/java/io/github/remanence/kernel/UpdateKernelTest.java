package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.scalar.ScalarKernel;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.TabulatedStep;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ReferenceDevice;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the backend, the threads and the memory: the same bits. And nothing wrong gets past the
 * edge.
 */
class UpdateKernelTest {

  private static final UpdatePlan NO_FIELD = plan(0);
  private static final UpdatePlan HALF_FIELD = plan(0.5);
  private static final UpdatePlan FULL_FIELD = plan(1);

  /** More than two tiles and no multiple of anything. */
  private static final int ROWS = 787;

  private static final int COLS = 1009;

  @TempDir Path folder;

  private static UpdatePlan plan(double field) {
    return UpdatePlan.of(Presets.bernard2025(), FieldState.at(field));
  }

  /** Every form once, over the whole way from no field to full field. */
  private static void updateInEveryForm(UpdateKernel kernel, Crossbar crossbar) {
    kernel.apply(NO_FIELD, Pulses.uniform(-2.5), crossbar);
    kernel.apply(NO_FIELD, Pulses.int8(byteCounts(), ROWS, COLS), crossbar);
    kernel.apply(FieldChange.keepingCoordinate(NO_FIELD, HALF_FIELD), crossbar);
    kernel.apply(HALF_FIELD, Pulses.float32(floatCounts(), ROWS, COLS), crossbar);
    kernel.apply(FieldChange.keepingConductance(HALF_FIELD, FULL_FIELD), crossbar);
    kernel.apply(FULL_FIELD, Pulses.uniform(1.25), crossbar);
  }

  private static byte[] byteCounts() {
    byte[] counts = new byte[ROWS * COLS];
    new SplittableRandom(1).nextBytes(counts);
    return counts;
  }

  private static float[] floatCounts() {
    float[] counts = new float[ROWS * COLS];
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (float) random.nextDouble(-20, 20);
    }
    return counts;
  }

  private static Crossbar started(Crossbar crossbar) {
    SplittableRandom random = new SplittableRandom(3);
    MemorySegment memory = crossbar.conductances();
    for (long i = 0; i < crossbar.devices(); i++) {
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) random.nextDouble(0.85, 2.28));
    }
    return crossbar;
  }

  private static float[] values(Crossbar crossbar) {
    return crossbar.conductances().toArray(ValueLayout.JAVA_FLOAT);
  }

  private static float[] expected() {
    Crossbar crossbar = started(Crossbar.onHeap(ROWS, COLS));
    updateInEveryForm(UpdateKernel.of(Backend.SCALAR, Workers.callingThread()), crossbar);
    return values(crossbar);
  }

  static Stream<Workers> workers() {
    return Stream.of(
        Workers.callingThread(),
        Workers.threads(2),
        Workers.threads(7),
        Workers.on(ForkJoinPool.commonPool(), 3),
        Workers.on(Runnable::run, 3),
        Workers.on(neverRun -> {}, 3));
  }

  @ParameterizedTest
  @MethodSource("workers")
  void threadsAndMemoryNeverChangeABit(Workers workers) throws IOException {
    float[] expected = expected();
    try (workers;
        Crossbar offHeap = started(Crossbar.offHeap(ROWS, COLS));
        Crossbar mapped = started(Crossbar.createMapped(folder.resolve("g.bin"), ROWS, COLS))) {
      for (Backend backend : Backend.values()) {
        UpdateKernel kernel = UpdateKernel.of(backend, workers);
        for (Crossbar crossbar : List.of(Crossbar.onHeap(ROWS, COLS), offHeap, mapped)) {
          updateInEveryForm(kernel, started(crossbar));
          assertThat(values(crossbar)).as("%s on %s", backend, crossbar).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void countsInAnotherCrossbarAreCountsInAnArray() {
    Crossbar fromArray = started(Crossbar.onHeap(ROWS, COLS));
    Crossbar fromMemory = started(Crossbar.onHeap(ROWS, COLS));
    UpdateKernel kernel = UpdateKernel.fastest();
    kernel.apply(NO_FIELD, Pulses.float32(floatCounts(), ROWS, COLS), fromArray);
    try (Crossbar counts = Crossbar.offHeap(ROWS, COLS)) {
      counts.conductances().copyFrom(MemorySegment.ofArray(floatCounts()));
      kernel.apply(NO_FIELD, Pulses.float32(counts), fromMemory);
    }
    assertThat(values(fromMemory)).isEqualTo(values(fromArray));
  }

  @Test
  void wrappedArraysAreUpdatedInPlace() {
    float[] conductances = new float[6];
    Arrays.fill(conductances, 2.28f);
    UpdateKernel.fastest().apply(NO_FIELD, Pulses.uniform(-1), Crossbar.wrap(conductances, 2, 3));
    assertThat(conductances).doesNotContain(2.28f).doesNotContain(0f);
  }

  @Test
  void emptyCrossbarsAreUpdatedToEmptyCrossbars() {
    for (long[] shape : new long[][] {{0, 0}, {0, 5}, {5, 0}}) {
      Crossbar empty = Crossbar.onHeap(shape[0], shape[1]);
      UpdateKernel.fastest().apply(NO_FIELD, Pulses.uniform(1), empty);
      UpdateKernel.fastest().apply(NO_FIELD, Pulses.int8(new byte[0], shape[0], shape[1]), empty);
      assertThat(empty.devices()).isZero();
    }
  }

  @Test
  void aChangeToTheSameCurveChangesNoBitNotEvenOutsideTheWindow() {
    float[] conductances = {0f, -0f, Float.NaN, 1e9f, 1.5f};
    float[] before = conductances.clone();
    FieldChange same = FieldChange.keepingCoordinate(HALF_FIELD, plan(0.5));
    UpdateKernel.fastest().apply(same, Crossbar.wrap(conductances, 1, 5));
    assertThat(conductances).isEqualTo(before);
  }

  /** The equation first, the clamp last: so says the reference, and so must every form. */
  @Test
  void aValueOutsideTheWindowTakesTheSameStepInEveryForm() {
    for (UpdatePlan plan : List.of(NO_FIELD, HALF_FIELD, FULL_FIELD)) {
      ReferenceDevice device =
          Bernard2025.fieldLaw().at(plan == NO_FIELD ? 0 : plan == FULL_FIELD ? 1 : 0.5);
      for (float outside : new float[] {0.1f, 2.9f}) {
        for (byte n : new byte[] {-20, -5, 5, 20}) {
          float exact = (float) device.update(outside, n);
          for (Pulses pulses :
              List.of(
                  Pulses.uniform(n),
                  Pulses.train(n),
                  Pulses.int8(new byte[] {n}, 1, 1),
                  Pulses.float32(new float[] {n}, 1, 1))) {
            float[] conductance = {outside};
            UpdateKernel.fastest().apply(plan, pulses, Crossbar.wrap(conductance, 1, 1));
            assertThat(conductance[0])
                .as("%s from %s", pulses, outside)
                .isCloseTo(exact, within(1e-6f));
          }
        }
      }
    }
  }

  @Test
  void otherShapesAreRefusedAndMemoryIsUntouched() {
    float[] conductances = {1f, 1f, 1f, 1f, 1f, 1f};
    Crossbar crossbar = Crossbar.wrap(conductances, 2, 3);
    Pulses transposed = Pulses.int8(new byte[] {1, 2, 3, 4, 5, 6}, 3, 2);
    assertThatThrownBy(() -> UpdateKernel.fastest().apply(NO_FIELD, transposed, crossbar))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 x 2")
        .hasMessageContaining("2 x 3");
    assertThat(conductances).containsOnly(1f);
  }

  @Test
  void aClosedCrossbarIsRefused() {
    Crossbar crossbar = Crossbar.offHeap(2, 2);
    crossbar.close();
    crossbar.close();
    assertThatThrownBy(() -> UpdateKernel.fastest().apply(NO_FIELD, Pulses.uniform(1), crossbar))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void closedCountsAreRefusedAndMemoryIsUntouched() {
    float[] conductances = {1f, 1f, 1f, 1f};
    Crossbar counts = Crossbar.offHeap(2, 2);
    Pulses pulses = Pulses.float32(counts);
    counts.close();
    Crossbar crossbar = Crossbar.wrap(conductances, 2, 2);
    for (Backend backend : Backend.values()) {
      UpdateKernel kernel = UpdateKernel.of(backend, Workers.callingThread());
      assertThatThrownBy(() -> kernel.apply(NO_FIELD, pulses, crossbar))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(conductances).containsOnly(1f);
  }

  /** The crossbar has more than two tiles, but the counts end within the first. */
  @Test
  void aFailureInOneTileReachesTheCaller() {
    MemorySegment tooShort = MemorySegment.ofArray(new byte[1000]);
    Matrix counts = Matrix.gapless(tooShort, ElementType.INT8, ROWS, COLS);
    Step step = new TabulatedStep(NO_FIELD.countTable(), counts);
    Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
    try (Workers workers = Workers.threads(3)) {
      assertThatThrownBy(() -> workers.run(step, new ScalarKernel(), crossbar.matrix()))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void fewerThanOneThreadIsRefused() {
    assertThatThrownBy(() -> Workers.threads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> Workers.on(Runnable::run, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
