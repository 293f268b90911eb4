package io.github.remanence.kernel.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.field.Linearisation.Clamped;
import io.github.remanence.kernel.field.Linearisation.Exponential;
import io.github.remanence.kernel.field.Linearisation.Measured;
import io.github.remanence.kernel.field.Linearisation.Point;
import io.github.remanence.kernel.field.Linearisation.Tanh;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldStateTest {

  static List<Linearisation> laws() {
    return List.of(
        new Clamped(0.4),
        new Tanh(0.4),
        new Exponential(0.4),
        new Measured(List.of(new Point(0, 0), new Point(0.2, 0.7), new Point(0.5, 1))));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void everyLawIsEvenStartsAtZeroAndNeverFalls(Linearisation law) {
    assertThat(law.at(0)).isZero();
    double before = 0;
    for (double h = 0; h < 3; h += 0.01) {
      assertThat(law.at(h)).isBetween(before, 1.0).isEqualTo(law.at(-h));
      before = law.at(h);
    }
    assertThat(before).isGreaterThan(0.99);
  }

  @Test
  void theLawsHaveTheirFormulas() {
    assertThat(new Clamped(0.4).at(0.1)).isEqualTo(0.25);
    assertThat(new Tanh(2).at(1)).isCloseTo(0.46211715726001, within(1e-14));
    assertThat(new Exponential(2).at(1)).isCloseTo(0.393469340287367, within(1e-14));
    Measured measured = new Measured(List.of(new Point(1, 0.2), new Point(3, 0.6)));
    assertThat(measured.at(0.5)).isEqualTo(0.2);
    assertThat(measured.at(2)).isCloseTo(0.4, within(1e-15));
    assertThat(measured.at(5)).isEqualTo(0.6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void fieldScalesMustBePositive(double scale) {
    assertThatThrownBy(() -> new Clamped(scale)).hasMessageContaining("saturationField");
    assertThatThrownBy(() -> new Tanh(scale)).hasMessageContaining("scaleField");
    assertThatThrownBy(() -> new Exponential(scale)).hasMessageContaining("scaleField");
  }

  @Test
  void measuredPointsMustRise() {
    assertThatThrownBy(() -> new Measured(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Measured(List.of(new Point(1, 0), new Point(1, 1))))
        .hasMessageContaining("rise in field");
    assertThatThrownBy(() -> new Measured(List.of(new Point(0, 0.5), new Point(1, 0.4))))
        .hasMessageContaining("never fall");
    assertThatThrownBy(() -> new Point(-1, 0)).hasMessageContaining("not negative");
    assertThatThrownBy(() -> new Point(0, 1.1)).hasMessageContaining("[0, 1]");
  }

  @Test
  void retentionKeepsPartOfTheLargestLinearisationSeen() {
    FieldState removed = FieldState.at(-0.4).changedTo(0);
    Linearisation law = new Clamped(0.4);
    assertThat(removed.linearisation(law, 0)).isZero();
    assertThat(removed.linearisation(law, 0.3)).isEqualTo(0.3);
    assertThat(removed.linearisation(law, 1)).isEqualTo(1);
    assertThat(removed.changedTo(0.2).linearisation(law, 0.3)).isEqualTo(0.5);
    assertThat(FieldState.at(0).linearisation(law, 1)).isZero();
  }

  @Test
  void fieldsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> FieldState.at(Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> FieldState.at(1).changedTo(Double.NEGATIVE_INFINITY))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new FieldState(-2, 1)).hasMessageContaining("largest field seen");
  }
}
