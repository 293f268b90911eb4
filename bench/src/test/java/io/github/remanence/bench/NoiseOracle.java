package io.github.remanence.bench;

import io.github.remanence.bench.Oracle.Expected;
import io.github.remanence.kernel.DeviceFactors;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.ReferenceNoise;
import io.github.remanence.reference.ReferenceNoise.Convention;

/** What an update has to make of noisy devices, for the very numbers that it draws. */
final class NoiseOracle {

  private final ReferenceNoise law;

  private NoiseOracle(ReferenceNoise law) {
    this.law = law;
  }

  static Oracle of(NoiseBenchmark benchmark, int sign, long update) {
    NoiseOracle oracle = new NoiseOracle(law(benchmark));
    ReferenceDevice model = Oracle.device(benchmark.field);
    DeviceFactors factors = benchmark.ownFactors().values();
    long cols = factors.cols();
    Draws draws = Draws.of(NoiseBenchmark.SEED, update).at(0); // The branch of noise.
    return (device, before) -> {
      long row = device / cols;
      long col = device % cols;
      ReferenceDevice varied = VariedOracle.varied(model, factors, row, col);
      double n = (double) sign * benchmark.counts()[device] * factors.pulses(row, col);
      return oracle.after(varied, before, n, draws.normal(device));
    };
  }

  private static ReferenceNoise law(NoiseBenchmark benchmark) {
    Convention convention = Convention.valueOf(benchmark.cycleNoise().convention().name());
    return new ReferenceNoise(convention, benchmark.cycleNoise().sigma());
  }

  /**
   * The bound of the kernel: 2 ulp of the larger end of the window, and for noise as much again as
   * it is a part of the distance to the asymptote; 1e-6 of the step; and of the noise 5e-6 and 2e-7
   * for the rest of that distance.
   */
  private Expected after(ReferenceDevice device, float before, double n, double xi) {
    double mean = unclamped(device, before, n);
    double noise = law.deviation(device, before, n) * upwards(n) * xi;
    double rest = rest(device, n);
    double distance = Math.abs(mean - before) / (1 - rest);
    double ulps = 2 * (n == 0 ? 1 : 1 + Math.abs(noise) / distance);
    double tolerance =
        ulps * Math.ulp((float) device.maxConductance())
            + 1e-6 * Math.abs(mean - before)
            + (5e-6 + 2e-7 / rest) * Math.abs(noise);
    return new Expected(device.clamped(mean + noise), tolerance);
  }

  /** Noise of each step is counted away from the asymptote, to which pulses go. */
  private double upwards(double n) {
    return law.convention() == Convention.PER_STEP ? -Math.signum(n) : 1;
  }

  /** The part of the distance to the asymptote that n pulses leave. */
  private static double rest(ReferenceDevice device, double n) {
    ExponentialResponse response =
        (ExponentialResponse) (n < 0 ? device.depression() : device.potentiation());
    return Math.exp(-response.nonlinearity() * Math.abs(n) / response.pulses());
  }

  private static double unclamped(ReferenceDevice device, double before, double n) {
    double u = device.normalised(before);
    double step =
        n < 0
            ? device.depression().depressionStep(u, -n)
            : device.potentiation().potentiationStep(u, n);
    return before + device.range() * step;
  }
}
