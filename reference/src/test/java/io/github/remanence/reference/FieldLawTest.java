package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldLawTest {
  private static final ReferenceDevice NO_FIELD = device(0.1, 1.7, 0.7, 3.3);
  private static final ReferenceDevice SATURATED = device(1.9, 2.3, 1.9, 0.1);
  private static final FieldLaw LAW = new FieldLaw(NO_FIELD, SATURATED);

  private static ReferenceDevice device(double min, double max, double nuUp, double nuDown) {
    return new ReferenceDevice(
        min, max, new ExponentialResponse(nuUp, 20), new ExponentialResponse(nuDown, 27));
  }

  @Test
  void theEndsAreReturnedExactly() {
    assertThat(LAW.at(0)).isEqualTo(NO_FIELD);
    assertThat(LAW.at(1)).isEqualTo(SATURATED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.499, 0.5, 0.75, 0.9})
  void nonlinearityMinimumAndRangeAreLinearInBetween(double s) {
    ReferenceDevice device = LAW.at(s);
    assertThat(Responses.exponential(device.potentiation()).nonlinearity())
        .isCloseTo(0.7 + 1.2 * s, within(1e-15));
    assertThat(Responses.exponential(device.depression()).nonlinearity())
        .isCloseTo(3.3 - 3.2 * s, within(1e-15));
    assertThat(device.minConductance()).isCloseTo(0.1 + 1.8 * s, within(1e-15));
    assertThat(device.range()).isCloseTo(1.6 - 1.2 * s, within(1e-15));
    assertThat(Responses.exponential(device.potentiation()).pulses()).isEqualTo(20);
    assertThat(Responses.exponential(device.depression()).pulses()).isEqualTo(27);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN})
  void aLinearisationOutsideZeroToOneIsRefused(double s) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LAW.at(s))
        .withMessage("linearisation must be a number from 0 to 1, was " + s);
  }

  @Test
  void endsThatSpanInDifferentPulsesAreRefused() {
    ExponentialResponse up = new ExponentialResponse(0, 20);
    ExponentialResponse down = new ExponentialResponse(0, 27);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldLaw(NO_FIELD, new ReferenceDevice(0, 1, up, up)))
        .withMessageContaining("depression pulses")
        .withMessageContaining("27.0, was 20.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldLaw(NO_FIELD, new ReferenceDevice(0, 1, down, down)))
        .withMessageContaining("potentiation pulses");
  }
}
