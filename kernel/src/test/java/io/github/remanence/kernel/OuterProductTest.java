package io.github.remanence.kernel;

import static io.github.remanence.kernel.Plans.NO_FIELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Exponential;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outer products do what the matrices do that they save. */
class OuterProductTest {

  private final UpdateKernel kernel = Backends.vectors();

  /** The last two shapes have more than one tile and more columns than a block. */
  @ParameterizedTest
  @CsvSource({
    "0, 3, 5",
    "1, 1, 1",
    "1, 13, 17",
    "5, 13, 17",
    "5, 1, 4099",
    "5, 37, 1",
    "5, 97, 1021",
    "2, 17, 8209",
    "2, 1, 70001"
  })
  void productsInTurnAreTheirMatricesInTurn(int batch, int rows, int cols) {
    byte[] x = bytes(batch * rows, 1);
    byte[] d = bytes(batch * cols, 2);
    Crossbar expected = started(rows, cols);
    for (int b = 0; b < batch; b++) {
      float[] product = new float[rows * cols];
      for (int i = 0; i < product.length; i++) {
        product[i] = x[b * rows + i / cols] * d[b * cols + i % cols];
      }
      kernel.apply(NO_FIELD, Pulses.float32(product, rows, cols), expected);
    }
    Crossbar actual = started(rows, cols);
    kernel.apply(NO_FIELD, Pulses.outerProducts(x, d, rows, cols), actual);
    assertThat(Conductances.of(actual)).isEqualTo(Conductances.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 5",
    "1, 1, 1",
    "1, 13, 17",
    "5, 13, 17",
    "5, 1, 4099",
    "5, 37, 1",
    "5, 97, 1021",
    "2, 17, 8209",
    "2, 1, 70001",
    "3000, 5, 67"
  })
  void aSumOfProductsIsTheGradientOfTheSum(int batch, int rows, int cols) {
    float[] x = floats(batch * rows, 3);
    float[] d = floats(batch * cols, 4);
    float[] sums = new float[rows * cols];
    for (int b = 0; b < batch; b++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.fma(x[b * rows + i / cols], d[b * cols + i % cols], sums[i]);
      }
    }
    Crossbar expected = started(rows, cols);
    kernel.apply(NO_FIELD, Pulses.gradient(sums, rows, cols, -0.3, 0.25), expected);
    Crossbar actual = started(rows, cols);
    kernel.apply(NO_FIELD, Pulses.outerProductSum(x, d, rows, cols, -0.3, 0.25), actual);
    assertThat(Conductances.of(actual)).isEqualTo(Conductances.of(expected));
  }

  /** Its scratch memory is another for each batch. */
  @Test
  void batchesOfDifferentSizesInTurnDoNotDisturbEachOther() {
    for (int batch : new int[] {64, 1, 0, 5, 64, 3}) {
      aSumOfProductsIsTheGradientOfTheSum(batch, 13, 1031);
    }
  }

  @Test
  void theLargestPulsesMultiplyToWholeNumbers() {
    byte[] x = {-128, 127};
    byte[] d = {-128, 127, 1};
    float[] products = {16384, -16256, -128, -16256, 16129, 127};
    Crossbar expected = started(2, 3);
    Crossbar actual = started(2, 3);
    UpdatePlan slow =
        Plans.of(
            new DeviceCurve(1, 2, new Exponential(1.5, 0x1p16), new Exponential(2.772, 0x1p16)));
    kernel.apply(slow, Pulses.float32(products, 2, 3), expected);
    kernel.apply(slow, Pulses.outerProducts(x, d, 2, 3), actual);
    assertThat(Conductances.of(actual)).isEqualTo(Conductances.of(expected));
    assertThat(actual.get(0, 0)).isNotEqualTo(started(2, 3).get(0, 0));
  }

  @Test
  void rowsWithoutPulsesAreBroughtIntoTheWindowUnlessThereAreNoProducts() {
    float[] outside = {9, 9, 9};
    Crossbar crossbar = Crossbar.wrap(outside, 1, 3);
    kernel.apply(NO_FIELD, Pulses.outerProducts(new byte[0], new byte[0], 1, 3), crossbar);
    assertThat(outside).containsOnly(9);
    kernel.apply(NO_FIELD, Pulses.outerProducts(new byte[2], new byte[6], 1, 3), crossbar);
    assertThat(outside).containsOnly((float) NO_FIELD.curve().maxConductance());
  }

  @ParameterizedTest
  @CsvSource({"5, 6, 3, 3", "6, 7, 3, 3", "6, 6, 4, 3", "6, 6, 3, -3", "1, 3, 0, 3"})
  void factorsThatAreNoWholeVectorsAreRefused(int rowFactors, int colFactors, int rows, int cols) {
    assertThatThrownBy(
            () -> Pulses.outerProducts(new byte[rowFactors], new byte[colFactors], rows, cols))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factors come in vectors of");
    assertThatThrownBy(
            () ->
                Pulses.outerProductSum(
                    new float[rowFactors], new float[colFactors], rows, cols, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factors come in vectors of");
  }

  @ParameterizedTest
  @CsvSource({"6, 12, 2 and 4", "6, 0, 2 and 0", "0, 3, 0 and 1"})
  void batchesThatDifferAreRefused(int rowFactors, int colFactors, String message) {
    assertThatThrownBy(() -> Pulses.outerProducts(new byte[rowFactors], new byte[colFactors], 3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(
            () -> Pulses.outerProductSum(new float[rowFactors], new float[colFactors], 3, 3, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void otherShapesAreRefusedAndMemoryIsUntouched() {
    Crossbar crossbar = started(3, 2);
    for (Pulses transposed :
        new Pulses[] {
          Pulses.outerProducts(new byte[] {1, 1}, new byte[] {1, 1, 1}, 2, 3),
          Pulses.outerProductSum(new float[] {1, 1}, new float[] {1, 1, 1}, 2, 3, 1, 0)
        }) {
      assertThatThrownBy(() -> kernel.apply(NO_FIELD, transposed, crossbar))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 x 3")
          .hasMessageContaining("3 x 2");
    }
    assertThat(Conductances.of(crossbar)).isEqualTo(Conductances.of(started(3, 2)));
  }

  @Test
  void factorsThatAreNotFiniteMakeTheirRowsAndColumnsNan() {
    float[] x = floats(2 * 5, 5);
    float[] d = floats(2 * 40, 6);
    x[5 + 3] = Float.NaN;
    d[33] = Float.POSITIVE_INFINITY;
    d[40 + 33] = Float.NaN;
    Pulses pulses = Pulses.outerProductSum(x, d, 5, 40, 1, 0);
    assertThat(pulses.notFinite()).isEqualTo(3);
    Crossbar crossbar = started(5, 40);
    kernel.apply(NO_FIELD, pulses, crossbar);
    float[] after = Conductances.of(crossbar);
    for (int i = 0; i < after.length; i++) {
      assertThat(Float.isNaN(after[i])).isEqualTo(i / 40 == 3 || i % 40 == 33);
    }
    assertThat(Pulses.outerProducts(new byte[5], new byte[7], 5, 7).notFinite()).isZero();
  }

  /** Of these nobody can tell the batch. */
  @Test
  void crossbarsWithoutRowsOrColumnsAreUpdated() {
    kernel.apply(
        NO_FIELD, Pulses.outerProducts(new byte[0], new byte[6], 0, 3), Crossbar.onHeap(0, 3));
    kernel.apply(
        NO_FIELD,
        Pulses.outerProductSum(new float[6], new float[0], 3, 0, 1, 0),
        Crossbar.onHeap(3, 0));
    assertThatThrownBy(() -> Pulses.outerProducts(new byte[1], new byte[6], 0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Crossbar started(long rows, long cols) {
    return Crossbar.wrap(Conductances.start(rows * cols, 7), rows, cols);
  }

  /** Few, with zeros among them. */
  private static byte[] bytes(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) random.nextInt(-2, 3);
    }
    return bytes;
  }

  private static float[] floats(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = (float) random.nextDouble(-2, 2);
    }
    return floats;
  }
}
