package io.github.remanence.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

  @Test
  void oneNumberIsASquare() {
    assertThat(Shape.parse("256")).isEqualTo(new Shape(256, 256));
  }

  @Test
  void twoNumbersAreRowsAndColumns() {
    assertThat(Shape.parse("1000x1003")).isEqualTo(new Shape(1000, 1003));
    assertThat(Shape.parse("1000x1003").devices()).isEqualTo(1_003_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "256x", "x256", "-1", "1x2x3", "1e3", "12345678901"})
  void anythingElseIsRefusedWithAnExample(String size) {
    assertThatThrownBy(() -> Shape.parse(size))
        .hasMessage("a size is written 1024 or 1000x1003, was '%s'", size);
  }
}
