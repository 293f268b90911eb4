package io.github.remanence.kernel.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of 256 approaches, made of two tables of 16, against expm1 in double. */
class CountTableTest {

  private static final double RELATIVE = 2e-7;

  @ParameterizedTest
  @ValueSource(doubles = {4e-9, 1e-3, 0.5, 1.5, 2.772, 6, 12, 60, -0.5, -2, -12})
  void everyCountApproachesAsFarAsItsPulses(double nu) {
    for (double pulses : new double[] {7, 27, 31.5, 128, 1000}) {
      ExponentialCurve curve = new ExponentialCurve(0, 1, nu, nu / 2);
      CountTable table =
          CountTable.of(PulseStep.of(curve, pulses, 2 * pulses), curve, pulses, 2 * pulses);
      for (int n = Byte.MIN_VALUE; n <= Byte.MAX_VALUE; n++) {
        double rate = n > 0 ? nu / pulses : nu / 2 / (2 * pulses);
        double exact = Math.expm1(-rate * Math.abs(n));
        if (Math.abs(rate * n) < 30) {
          assertThat((double) table.approaches()[n & 255])
              .as("nu %s, P %s, n %d", nu, pulses, n)
              .isCloseTo(exact, within(RELATIVE * Math.abs(exact)));
        }
      }
    }
  }
}
