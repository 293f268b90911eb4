package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The response against the formulas of two simulators, written here as they write them. */
class OtherToolsTest {
  private static final double MIN = 0.25;
  private static final double MAX = 1.75;

  /**
   * NeuroSim, RealDevice::Write: invert the curve, add the pulses, read the curve. A below 0 is its
   * depression.
   */
  private static double neuroSimWrite(double g, double pulses, double a, double span) {
    double b = (MAX - MIN) / (1 - Math.exp(-span / a));
    double x = -a * Math.log(1 - (g - MIN) / b);
    return b * (1 - Math.exp(-(x + pulses) / a)) + MIN;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2.772, 6})
  void neuroSimWritesTheSame(double nu) {
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    ReferenceDevice device = new ReferenceDevice(MIN, MAX, response, response);
    for (double g = 0.6; g < 1.4; g += 0.05) {
      assertThat(device.update(g, 2.5))
          .isCloseTo(neuroSimWrite(g, 2.5, 27 / nu, 27), within(1e-14));
      assertThat(device.update(g, -2.5))
          .isCloseTo(neuroSimWrite(g, -2.5, -27 / nu, 27), within(1e-14));
    }
  }

  /**
   * NeuroSim's label NL is the largest distance of the curve from the straight line, in units of
   * 0.07 sqrt(2). It is found here on the curve itself and by the label's equation.
   */
  @Test
  void neuroSimsLabelOfThePublishedDeviceIs318() {
    ExponentialResponse response =
        Responses.exponential(Bernard2025.fieldLaw().noField().depression());
    double bulge = 0;
    for (double x = 0; x <= 27; x += 1e-3) {
      bulge = Math.max(bulge, 1 - x / 27 - response.valueAfter(x));
    }
    double nu = response.nonlinearity();
    double b = 1 / (1 - Math.exp(-nu));
    double equation = b - 1 / nu - Math.log(b * nu) / nu;
    assertThat(bulge).isCloseTo(equation, within(1e-8));
    assertThat(bulge / (0.07 * Math.sqrt(2))).isCloseTo(3.18, within(5e-3));
  }

  /**
   * aihwkit, SoftBounds: a pulse is w += s (1 - w/b) up and w -= s (1 + w/b) down, bounds +b and
   * -b. The bound is the asymptote 1/K, so a window that starts at one bound ends P pulses later,
   * short of the other.
   */
  @Test
  void aihwkitSoftBoundsArePulsesTowardsTheAsymptote() {
    double s = 0.01;
    double b = 0.6;
    int span = 250;
    double nu = -span * Math.log1p(-s / b);
    double range = 2 * b * -Math.expm1(-nu);
    ExponentialResponse response = new ExponentialResponse(nu, span);
    ReferenceDevice rising = new ReferenceDevice(-b, -b + range, response, response);
    ReferenceDevice falling = new ReferenceDevice(b - range, b, response, response);
    double up = -0.2;
    double down = 0.2;
    for (int n = 1; n <= 100; n++) {
      up += s * (1 - up / b);
      down -= s * (1 + down / b);
      assertThat(rising.update(-0.2, n)).isCloseTo(up, within(1e-14));
      assertThat(falling.update(0.2, -n)).isCloseTo(down, within(1e-14));
    }
  }
}
