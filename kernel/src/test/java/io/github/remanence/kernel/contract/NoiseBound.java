package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.fail;

import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.ReferenceNoise;

/**
 * The stated accuracy of a noisy update, for the normal number that was drawn: 2 ulp of the larger
 * end of the window, 1e-6 of the step, and of the noise 5e-6, 2e-7 / r^n and 2 ulp of that end as a
 * part of the distance to the asymptote, because float32 has not more of r^n beside 1 and of the
 * distance. Where r^n is below 2^-24 or above 2^24, only the window is promised.
 */
final class NoiseBound {

  private static final double ULPS = 2;
  private static final double OF_STEP = 1e-6;
  private static final double OF_NOISE = 5e-6;
  private static final double OF_REST = 2e-7;

  private static final double MOST_LOG = Math.log(0x1p24);

  private NoiseBound() {}

  static void check(
      ReferenceDevice device, ReferenceNoise law, float before, float n, double xi, float after) {
    double end = Math.max(Math.abs(device.minConductance()), Math.abs(device.maxConductance()));
    if (!(Math.abs(Math.log(rest(device, n))) <= MOST_LOG)) {
      inWindow(device, end, after);
      return;
    }
    double mean = unclamped(device, before, n);
    double noise = law.deviation(device, before, n) * away(device, law, before, n) * xi;
    double exact = device.clamped(mean + noise);
    double allowed =
        ULPS * Math.ulp((float) end) * (1 + ofDistance(device, before, n, noise))
            + OF_STEP * Math.abs(mean - before)
            + (OF_NOISE + OF_REST / rest(device, n)) * Math.abs(noise);
    if (!(Math.abs(after - exact) <= allowed)) {
      fail(
          "%s, %s: g = %s, n = %s, xi = %s, noise %s, exact %s, got %s: %s of the bound",
          device, law, before, n, xi, noise, exact, after, Math.abs(after - exact) / allowed);
    }
  }

  private static void inWindow(ReferenceDevice device, double end, float after) {
    double allowed = ULPS * Math.ulp((float) end);
    if (!(Math.abs(after - device.clamped(after)) <= allowed)) {
      fail("%s is outside the window of %s", after, device);
    }
  }

  /** Noise of each step is counted away from the asymptote, other noise upwards. */
  private static double away(ReferenceDevice device, ReferenceNoise law, float before, float n) {
    if (law.convention() != ReferenceNoise.Convention.PER_STEP) {
      return 1;
    }
    double step = unclamped(device, before, Math.signum(n)) - before;
    return response(device, n).nonlinearity() < 0 ? Math.signum(step) : -Math.signum(step);
  }

  /** r^n, the part of the distance to the asymptote that n pulses leave. */
  private static double rest(ReferenceDevice device, float n) {
    ExponentialResponse response = response(device, n);
    return Math.exp(-response.nonlinearity() * Math.abs(n) / response.pulses());
  }

  /** Of that to the asymptote, which is infinite for a linear device. */
  private static double ofDistance(ReferenceDevice device, float before, float n, double noise) {
    float pulse = Math.signum(n);
    double step = unclamped(device, before, pulse) - before;
    return noise == 0 ? 0 : Math.abs(noise * (1 - rest(device, pulse)) / step);
  }

  private static ExponentialResponse response(ReferenceDevice device, float n) {
    return (ExponentialResponse) (n < 0 ? device.depression() : device.potentiation());
  }

  private static double unclamped(ReferenceDevice device, float before, float n) {
    double u = device.normalised(before);
    return before
        + device.range()
            * (n < 0
                ? device.depression().depressionStep(u, -n)
                : device.potentiation().potentiationStep(u, n));
  }
}
