package io.github.remanence.kernel;

import static io.github.remanence.kernel.Plans.NO_FIELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A gradient times a rate is a count, unless it is in the dead zone. */
class GradientTest {

  private static final float[] GRADIENT = {-3.1f, -1.5f, -0.2f, -0f, 0f, 0.2f, 1.5f, 3.1f};
  private static final float[] START = {0.9f, 1f, 1.1f, 1.2f, 1.3f, 1.5f, 1.9f, 2.2f};

  private static float[] after(Backend backend, Pulses pulses) {
    float[] conductances = START.clone();
    Backends.alone(backend, Workers.callingThread())
        .apply(NO_FIELD, pulses, Crossbar.wrap(conductances, 1, conductances.length));
    return conductances;
  }

  private static Pulses gradient(double rate, double deadZone) {
    return Pulses.gradient(GRADIENT, 1, GRADIENT.length, rate, deadZone);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -1, 0.37, -41, 0, 1e-30})
  void aDeviceGetsTheRateTimesItsGradientRoundedToFloat32(double rate) {
    float[] counts = GRADIENT.clone();
    for (int i = 0; i < counts.length; i++) {
      counts[i] *= (float) rate;
    }
    Pulses expected = Pulses.float32(counts, 1, counts.length);
    for (Backend backend : Backends.OF_THE_HOST) {
      assertThat(after(backend, gradient(rate, 0))).isEqualTo(after(Backend.SCALAR, expected));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNegativeRateGoesDownTheGradient(Backend backend) {
    float[] down = after(backend, gradient(-1, 0));
    float[] up = after(backend, gradient(1, 0));
    for (int i = 0; i < START.length; i++) {
      assertThat(Float.compare(START[i], down[i])).isEqualTo(sign(GRADIENT[i]));
      assertThat(Float.compare(up[i], START[i])).isEqualTo(sign(GRADIENT[i]));
    }
  }

  private static int sign(float gradient) {
    return (int) Math.signum(gradient);
  }

  /** 1.5 times 2 is 3, exactly. */
  @ParameterizedTest
  @EnumSource
  void asManyPulsesAsTheDeadZoneActAndFewerDoNothing(Backend backend) {
    float[] after = after(backend, gradient(-2, 3));
    float[] alive = after(backend, gradient(-2, 0));
    float[] dead = after(backend, gradient(-2, Math.nextUp(3f)));
    for (int i = 0; i < START.length; i++) {
      assertThat(after[i]).isEqualTo(Math.abs(GRADIENT[i]) < 1.5f ? START[i] : alive[i]);
      assertThat(dead[i]).isEqualTo(Math.abs(GRADIENT[i]) <= 1.5f ? START[i] : alive[i]);
    }
    assertThat(after[1]).isNotEqualTo(START[1]);
    assertThat(after[6]).isNotEqualTo(START[6]);
  }

  @Test
  void whatIsInTheDeadZoneKeepsEveryBitInsideTheWindow() {
    float[] conductances = {-0f, 0f, 1e-30f, 0.1f, Float.MIN_VALUE};
    float[] before = conductances.clone();
    UpdatePlan aroundZero = Plans.of(Plans.exponential(-1, 1, 1.5, 2.772));
    Pulses small = Pulses.gradient(new float[] {0.9f, -0.9f, 0, -0f, 0.5f}, 1, 5, 1, 1);
    for (Backend backend : Backends.OF_THE_HOST) {
      Backends.alone(backend, Workers.callingThread())
          .apply(aroundZero, small, Crossbar.wrap(conductances, 1, 5));
      assertThat(conductances).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aGradientThatIsNotFiniteIsCountedAndMakesItsDeviceNan(float bad) {
    for (double rate : new double[] {1, -1e-3, 0}) {
      float[] values = GRADIENT.clone();
      values[2] = bad;
      Pulses pulses = Pulses.gradient(values, 1, values.length, rate, 2);
      assertThat(pulses.notFinite()).isEqualTo(1);
      for (Backend backend : Backends.OF_THE_HOST) {
        float[] after = after(backend, pulses);
        for (int i = 0; i < after.length; i++) {
          assertThat(Float.isNaN(after[i])).as("device %d, rate %s", i, rate).isEqualTo(i == 2);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 0, the rate must be finite",
    "Infinity, 0, the rate must be finite",
    "1, NaN, the dead zone must be finite",
    "1, Infinity, the dead zone must be finite",
    "1, -0.001, the dead zone must not be negative",
  })
  void ratesAndDeadZonesThatMakeNoSenseAreRefused(double rate, double deadZone, String message) {
    Crossbar crossbar = Crossbar.onHeap(1, 2);
    assertThatThrownBy(() -> Pulses.gradient(new float[2], 1, 2, rate, deadZone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> Pulses.gradient(crossbar, rate, deadZone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(
            () -> Pulses.outerProductSum(new float[1], new float[2], 1, 2, rate, deadZone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
