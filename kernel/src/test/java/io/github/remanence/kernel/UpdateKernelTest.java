package io.github.remanence.kernel;

import static io.github.remanence.kernel.Plans.FULL_FIELD;
import static io.github.remanence.kernel.Plans.HALF_FIELD;
import static io.github.remanence.kernel.Plans.NO_FIELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.Form.Update;
import io.github.remanence.kernel.scalar.ScalarKernel;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.TabulatedStep;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ReferenceDevice;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the backend, the threads and the memory: the same bits. And nothing wrong gets past the
 * edge.
 */
class UpdateKernelTest {

  /** More than two tiles and no multiple of anything. */
  private static final int ROWS = 211;

  private static final int COLS = 1009;
  private static final float[] START = Conductances.start((long) ROWS * COLS, 1);
  private static final float[] START_OF_MINUS = Conductances.start((long) ROWS * COLS, 2);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void threadsAndMemoryNeverChangeABit(Form form) throws IOException {
    List<float[]> expected = afterOneThreadOfTheScalarBackend(form);
    for (Memory memory : Memory.values()) {
      try (Crossbar crossbar = memory.crossbar(folder, ROWS, COLS);
          Crossbar minus = memory.crossbar(folder, ROWS, COLS)) {
        Update update = form.on(crossbar, minus);
        for (int threads : new int[] {1, 2, 7}) {
          try (Workers workers = Workers.threads(threads)) {
            for (UpdateKernel kernel : kernels(workers)) {
              start(crossbar, minus);
              update.by(kernel);
              assertThat(List.of(Conductances.of(crossbar), Conductances.of(minus)))
                  .as("%s in %s, %d threads", kernel.description(), memory, threads)
                  .usingElementComparator(Arrays::compare)
                  .isEqualTo(expected);
            }
          }
        }
      }
    }
  }

  /** Each backend alone, and the vectors as users get them. */
  private static List<UpdateKernel> kernels(Workers workers) {
    return List.of(
        Backends.alone(Backend.SCALAR, workers),
        Backends.alone(Backend.VECTOR, workers),
        UpdateKernel.of(Backend.VECTOR, workers));
  }

  static List<Executor> executors() {
    return List.of(ForkJoinPool.commonPool(), Runnable::run, neverRun -> {});
  }

  @ParameterizedTest
  @MethodSource("executors")
  void anExecutorNeverChangesABit(Executor executor) {
    Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
    Crossbar minus = Crossbar.onHeap(ROWS, COLS);
    start(crossbar, minus);
    UpdateKernel kernel = Backends.alone(Backend.VECTOR, Workers.on(executor, 3));
    Form.FLOAT32.on(crossbar, minus).by(kernel);
    assertThat(Conductances.of(crossbar))
        .isEqualTo(afterOneThreadOfTheScalarBackend(Form.FLOAT32).getFirst());
  }

  private static List<float[]> afterOneThreadOfTheScalarBackend(Form form) {
    Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
    Crossbar minus = Crossbar.onHeap(ROWS, COLS);
    start(crossbar, minus);
    form.on(crossbar, minus).by(Backends.alone(Backend.SCALAR, Workers.callingThread()));
    assertThat(Conductances.of(crossbar)).isNotEqualTo(START);
    return List.of(Conductances.of(crossbar), Conductances.of(minus));
  }

  private static void start(Crossbar crossbar, Crossbar minus) {
    Conductances.set(crossbar, START);
    Conductances.set(minus, START_OF_MINUS);
  }

  @ParameterizedTest
  @EnumSource
  void countsInAnotherCrossbarAreCountsInAnArray(Memory memory) throws IOException {
    float[] counts = Conductances.start((long) ROWS * COLS, 3);
    Crossbar fromArray = Crossbar.wrap(START.clone(), ROWS, COLS);
    Crossbar fromMemory = Crossbar.wrap(START.clone(), ROWS, COLS);
    UpdateKernel kernel = Backends.vectors();
    kernel.apply(NO_FIELD, Pulses.float32(counts, ROWS, COLS), fromArray);
    try (Crossbar inMemory = memory.crossbar(folder, ROWS, COLS)) {
      Conductances.set(inMemory, counts);
      kernel.apply(NO_FIELD, Pulses.float32(inMemory), fromMemory);
    }
    assertThat(Conductances.of(fromMemory)).isEqualTo(Conductances.of(fromArray));
  }

  @Test
  void wrappedArraysAreUpdatedInPlace() {
    float[] conductances = new float[6];
    Arrays.fill(conductances, 2.28f);
    Backends.vectors().apply(NO_FIELD, Pulses.uniform(-1), Crossbar.wrap(conductances, 2, 3));
    assertThat(conductances).doesNotContain(2.28f).doesNotContain(0f);
  }

  @Test
  void emptyCrossbarsAreUpdatedToEmptyCrossbars() {
    for (long[] shape : new long[][] {{0, 0}, {0, 5}, {5, 0}}) {
      Crossbar empty = Crossbar.onHeap(shape[0], shape[1]);
      Backends.vectors().apply(NO_FIELD, Pulses.uniform(1), empty);
      Backends.vectors().apply(NO_FIELD, Pulses.int8(new byte[0], shape[0], shape[1]), empty);
      assertThat(empty.devices()).isZero();
    }
  }

  @Test
  void aChangeToTheSameCurveChangesNoBitNotEvenOutsideTheWindow() {
    float[] conductances = {0f, -0f, Float.NaN, 1e9f, 1.5f};
    float[] before = conductances.clone();
    FieldChange same = FieldChange.keepingCoordinate(HALF_FIELD, Plans.in(0.5));
    Backends.vectors().apply(same, Crossbar.wrap(conductances, 1, 5));
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
            Backends.vectors().apply(plan, pulses, Crossbar.wrap(conductance, 1, 1));
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
    assertThatThrownBy(() -> Backends.vectors().apply(NO_FIELD, transposed, crossbar))
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
    assertThatThrownBy(() -> Backends.vectors().apply(NO_FIELD, Pulses.uniform(1), crossbar))
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
    for (Backend backend : Backends.OF_THE_HOST) {
      UpdateKernel kernel = Backends.alone(backend, Workers.callingThread());
      assertThatThrownBy(() -> kernel.apply(NO_FIELD, pulses, crossbar))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(conductances).containsOnly(1f);
  }

  /** The crossbar has more than two tiles, but the counts end within the first. */
  @Test
  void aFailureInOneTileReachesTheCaller() {
    Step step = new TabulatedStep(tableOf(NO_FIELD), countsThatEndTooEarly());
    Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
    try (Workers workers = Workers.threads(3)) {
      assertThatThrownBy(() -> workers.run(step, new ScalarKernel(), crossbar.matrix()))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  private static CountTable tableOf(UpdatePlan plan) {
    return Objects.requireNonNull(plan.exponential()).countTable();
  }

  private static Matrix countsThatEndTooEarly() {
    MemorySegment tooShort = MemorySegment.ofArray(new byte[1000]);
    return Matrix.gapless(tooShort, ElementType.INT8, ROWS, COLS);
  }

  /**
   * Both want the same helpers, and each gets its own result or its own failure, time and again.
   */
  @Test
  void twoThreadsMayUseTheSameWorkersAtOnce() {
    float[] expected = afterOneThreadOfTheScalarBackend(Form.FLOAT32).getFirst();
    try (Workers workers = Workers.threads(3)) {
      UpdateKernel kernel = Backends.alone(Backend.SCALAR, workers);
      Step fails = new TabulatedStep(tableOf(NO_FIELD), countsThatEndTooEarly());
      IntStream.range(0, 2)
          .parallel()
          .forEach(
              caller -> {
                for (int i = 0; i < 50; i++) {
                  Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
                  Crossbar minus = Crossbar.onHeap(ROWS, COLS);
                  start(crossbar, minus);
                  Form.FLOAT32.on(crossbar, minus).by(kernel);
                  assertThat(Conductances.of(crossbar)).isEqualTo(expected);
                  assertThatThrownBy(
                          () -> workers.run(fails, new ScalarKernel(), crossbar.matrix()))
                      .isInstanceOf(IndexOutOfBoundsException.class);
                }
              });
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
