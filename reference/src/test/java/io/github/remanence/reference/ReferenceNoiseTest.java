package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.reference.ReferenceNoise.Convention;
import io.github.remanence.reference.ReferenceNoise.Moments;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noise at once of any response, where something else says the same. */
class ReferenceNoiseTest {

  /** The exponential response has variances in closed form. */
  @ParameterizedTest
  @CsvSource({
    "PER_STEP, 0.3, 5",
    "PER_STEP, 0.3, -7",
    "PER_STEP, 1, -3",
    "RANGE_SQRT_N, 0.01, 6",
    "RANGE_SQRT_N, 0.02, -4",
    "RANGE, 0.03, 4.5"
  })
  void ofAnExponentialResponseIsItsLaw(Convention convention, double sigma, double n) {
    ReferenceDevice device = device(new ExponentialResponse(2, 20));
    ReferenceNoise noise = new ReferenceNoise(convention, sigma);
    Moments atOnce = noise.atOnce(device, 2.4, n);
    assertThat(atOnce.mean()).isCloseTo(device.update(2.4, n), within(1e-14));
    double law = noise.deviation(device, 2.4, n);
    assertThat(atOnce.deviation()).isCloseTo(law, within(1e-14 + 1e-12 * law));
  }

  /** Pulse by pulse a hundred thousand times: nearly, for steps that bend. */
  @ParameterizedTest
  @CsvSource({
    "PER_STEP, 0.3, 5",
    "PER_STEP, 0.5, -6.5",
    "RANGE_SQRT_N, 0.01, 7.5",
    "RANGE_SQRT_N, 0.01, -3"
  })
  void ofAPowerStepIsNearlyWhatItsPulsesDo(Convention convention, double sigma, double n) {
    ReferenceDevice device = device(new SteppedResponse(new StepLaw.Power(0.05, 2.5)));
    ReferenceNoise noise = new ReferenceNoise(convention, sigma);
    Moments atOnce = noise.atOnce(device, 2.4, n);
    SplittableRandom random = new SplittableRandom(5);
    int samples = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < samples; i++) {
      double g = 2.4;
      for (double left = n; left != 0; left -= Math.clamp(left, -1, 1)) {
        g = device.clamped(noisyPulse(noise, device, g, Math.clamp(left, -1, 1), random));
      }
      sum += g - atOnce.mean();
      squares += (g - atOnce.mean()) * (g - atOnce.mean());
    }
    // Six standard deviations of a sample are 0.019 of the deviation, and 0.013 of it.
    double mean = sum / samples;
    double deviation = Math.sqrt(squares / samples - mean * mean);
    assertThat(mean / atOnce.deviation()).isCloseTo(0, within(0.02));
    assertThat(deviation / atOnce.deviation()).isCloseTo(1, within(0.015));
  }

  /** A part of a pulse has that part of the variance, as pulses that add up have. */
  private static double noisyPulse(
      ReferenceNoise noise, ReferenceDevice device, double g, double n, SplittableRandom random) {
    double step = device.update(g, n) - g;
    double ofOne =
        noise.convention() == Convention.PER_STEP
            ? device.update(g, Math.signum(n)) - g
            : device.range();
    return g + step + noise.sigma() * Math.sqrt(Math.abs(n)) * ofOne * random.nextGaussian();
  }

  private static ReferenceDevice device(PulseResponse response) {
    return new ReferenceDevice(2, 3, response, response);
  }
}
