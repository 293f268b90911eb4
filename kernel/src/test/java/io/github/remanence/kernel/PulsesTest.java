package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PulsesTest {

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aUniformCountMustBeFinite(double n) {
    assertThatThrownBy(() -> Pulses.uniform(n))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite")
        .hasMessageContaining(String.valueOf(n));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "-2, -3", "3, -2", "4294967296, 4294967296", "6, 0"})
  void countsMustFillTheirShape(long rows, long cols) {
    assertThatThrownBy(() -> Pulses.int8(new byte[6], rows, cols))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there are 6");
    assertThatThrownBy(() -> Pulses.float32(new float[6], rows, cols))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsThatAreNotFiniteAreCounted() {
    float[] counts = {1, Float.NaN, Float.POSITIVE_INFINITY, 0};
    assertThat(Pulses.float32(counts, 2, 2).notFinite()).isEqualTo(2);
    assertThat(Pulses.int8(new byte[4], 2, 2).notFinite()).isZero();
    assertThat(Pulses.uniform(3).notFinite()).isZero();
  }
}
