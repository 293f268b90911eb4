package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.kernel.device.DeviceCurve;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of a crossbar is a crossbar, and what lies beside it is not its business. */
class PartTest {

  private static final int ROWS = 41;
  private static final int COLS = 331;

  private static final List<UnaryOperator<Crossbar>> PARTS =
      List.of(
          whole -> whole,
          whole -> whole.block(0, 0, ROWS, COLS),
          whole -> whole.block(3, 5, 31, 307),
          whole -> whole.block(ROWS - 1, 2, 1, COLS - 2),
          whole -> whole.block(2, COLS - 1, 17, 1),
          whole -> whole.block(5, 0, 8, COLS),
          whole -> whole.block(ROWS, COLS, 0, 0),
          whole -> whole.everyRow(2),
          whole -> whole.everyRow(7).block(1, 3, 4, 100),
          whole -> whole.block(1, 1, 39, 329).everyRow(3).block(0, 2, 12, 300),
          whole -> whole.everyRow(1000));

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.github.remanence.kernel.Form#withoutChance")
  void anUpdateOfAPartIsOneOfItsCopyAndTouchesNothingElse(Form form) throws IOException {
    for (Memory memory : Memory.values()) {
      for (Backend backend : Backends.OF_THE_HOST) {
        UpdateKernel kernel = Backends.alone(backend, Workers.callingThread());
        for (UnaryOperator<Crossbar> part : PARTS) {
          updateOfAPartIsOneOfItsCopy(form, kernel, memory, ROWS, COLS, part);
        }
      }
    }
  }

  /** More than one tile. */
  @ParameterizedTest
  @MethodSource("io.github.remanence.kernel.Form#withoutChance")
  void threadsShareAPartAsTheyShareAWhole(Form form) throws IOException {
    for (int threads : new int[] {2, 7}) {
      try (Workers workers = Workers.threads(threads)) {
        updateOfAPartIsOneOfItsCopy(
            form,
            Backends.alone(Backend.VECTOR, workers),
            Memory.OFF_HEAP,
            310,
            1020,
            whole -> whole.block(3, 2, 302, 1013).everyRow(2));
      }
    }
  }

  private void updateOfAPartIsOneOfItsCopy(
      Form form,
      UpdateKernel kernel,
      Memory memory,
      int rows,
      int cols,
      UnaryOperator<Crossbar> part)
      throws IOException {
    float[] start = Conductances.start((long) rows * cols, 1);
    float[] startOfMinus = Conductances.start((long) rows * cols, 2);
    Crossbar expected = Crossbar.wrap(start.clone(), rows, cols);
    Crossbar expectedMinus = Crossbar.wrap(startOfMinus.clone(), rows, cols);
    Crossbar copy = Conductances.copy(part.apply(expected));
    Crossbar copyOfMinus = Conductances.copy(part.apply(expectedMinus));
    form.on(copy, copyOfMinus).by(kernel);
    Conductances.write(copy, part.apply(expected));
    Conductances.write(copyOfMinus, part.apply(expectedMinus));
    try (Crossbar whole = memory.crossbar(folder, rows, cols);
        Crossbar minus = memory.crossbar(folder, rows, cols)) {
      Conductances.set(whole, start);
      Conductances.set(minus, startOfMinus);
      form.on(part.apply(whole), part.apply(minus)).by(kernel);
      assertThat(Conductances.of(whole))
          .as("the %s in %s", part.apply(whole), memory)
          .isEqualTo(Conductances.of(expected));
      assertThat(Conductances.of(minus)).isEqualTo(Conductances.of(expectedMinus));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPartOfAClosedCrossbarIsRefused(Memory memory) throws IOException {
    Crossbar whole = memory.crossbar(folder, 4, 50);
    Crossbar part = whole.block(1, 1, 2, 40).everyRow(2);
    Crossbar varied = whole.withFactors(onesFor(whole));
    whole.close();
    for (Backend backend : Backends.OF_THE_HOST) {
      UpdateKernel kernel = Backends.alone(backend, Workers.callingThread());
      for (Crossbar crossbar : List.of(part, varied)) {
        assertThatThrownBy(() -> kernel.apply(Plans.NO_FIELD, Pulses.uniform(1), crossbar))
            .isInstanceOf(IllegalStateException.class);
      }
    }
    assertThatThrownBy(() -> part.get(0, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> part.fill(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> whole.block(0, 0, 1, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> whole.everyRow(1)).isInstanceOf(IllegalStateException.class);
  }

  private static DeviceFactors onesFor(Crossbar crossbar) {
    Crossbar ones = Crossbar.onHeap(crossbar.rows(), crossbar.cols());
    ones.fill(1);
    return DeviceFactors.of(crossbar.rows(), crossbar.cols()).onPulses(ones);
  }

  @Test
  void closingAPartLeavesTheWholeOpen() {
    try (Crossbar whole = Crossbar.offHeap(3, 4)) {
      Crossbar part = whole.block(1, 1, 2, 2);
      part.close();
      whole.set(2, 2, 5);
      assertThat(whole.get(2, 2)).isEqualTo(5);
      assertThatThrownBy(() -> part.get(0, 0)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aPartHasTheDevicesOfTheWholeAndBothSeeEveryChange() {
    Crossbar whole = Crossbar.wrap(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 4, 3);
    Crossbar block = whole.block(1, 1, 3, 2);
    assertThat(block.rows()).isEqualTo(3);
    assertThat(block.cols()).isEqualTo(2);
    assertThat(block.rowStride()).isEqualTo(3);
    assertThat(block.get(0, 0)).isEqualTo(4);
    assertThat(block.get(2, 1)).isEqualTo(11);
    Crossbar everyOther = whole.everyRow(2);
    assertThat(everyOther.rows()).isEqualTo(2);
    assertThat(everyOther.get(1, 0)).isEqualTo(6);
    Crossbar both = block.everyRow(2);
    assertThat(both.rowStride()).isEqualTo(6);
    both.set(1, 1, 50);
    assertThat(whole.get(3, 2)).isEqualTo(50);
    assertThat(block.get(2, 1)).isEqualTo(50);
  }

  @Test
  void fillAndCensusOfAPartSeeNothingElse() {
    Crossbar whole = Crossbar.onHeap(5, 7);
    whole.fill(Float.NaN);
    Crossbar part = whole.block(1, 2, 3, 4).everyRow(2);
    part.fill(0.5f);
    part.set(1, 3, 2);
    DeviceCurve curve = Plans.exponential(0, 1, 0, 0);
    assertThat(part.census(curve)).isEqualTo(new Census(0, 1));
    assertThat(whole.census(curve)).isEqualTo(new Census(35 - 8, 1));
    assertThat(whole.get(2, 2)).isNaN();
    assertThat(whole.get(3, 6)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 1, 1",
    "0, -1, 1, 1",
    "0, 0, 6, 1",
    "0, 0, 1, 8",
    "5, 0, 1, 1",
    "0, 7, 1, 1",
    "4, 6, 2, 1",
    "4, 6, 1, 2",
    "0, 0, -1, 1",
    "0, 0, 1, -1",
    "1, 1, 9223372036854775807, 1",
    "9223372036854775807, 0, 1, 1",
  })
  void aPartThatIsNotInsideIsRefused(long row, long col, long rows, long cols) {
    Crossbar whole = Crossbar.onHeap(5, 7);
    assertThatThrownBy(() -> whole.block(row, col, rows, cols))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void devicesOutsideAPartCannotBeReachedThroughIt() {
    Crossbar part = Crossbar.onHeap(5, 7).block(1, 1, 2, 2);
    assertThatThrownBy(() -> part.get(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> part.set(2, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void everyNoRowIsRefused(long step) {
    assertThatThrownBy(() -> Crossbar.onHeap(5, 7).everyRow(step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was " + step);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 1L << 40, Long.MAX_VALUE})
  void aStepBeyondTheLastRowLeavesTheFirst(long step) {
    Crossbar whole = Crossbar.wrap(Conductances.start(35, 3), 5, 7);
    Crossbar part = whole.everyRow(step);
    assertThat(part.rows()).isEqualTo(1);
    part.fill(7);
    assertThat(whole.get(0, 6)).isEqualTo(7);
    assertThat(whole.get(1, 0)).isNotEqualTo(7);
  }
}
