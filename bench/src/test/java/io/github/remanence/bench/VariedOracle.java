package io.github.remanence.bench;

import io.github.remanence.bench.Oracle.Expected;
import io.github.remanence.kernel.DeviceFactors;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.PulseResponse;
import io.github.remanence.reference.ReferenceDevice;

/** What an update has to make of devices with factors of their own. */
final class VariedOracle {

  private VariedOracle() {}

  static Oracle of(FactorsBenchmark benchmark, int sign) {
    ReferenceDevice model = Oracle.device(benchmark.field);
    DeviceFactors factors = benchmark.ownFactors().values();
    long cols = factors.cols();
    return (device, before) -> {
      long row = device / cols;
      long col = device % cols;
      ReferenceDevice varied = varied(model, factors, row, col);
      double n = (double) sign * benchmark.counts()[device] * factors.pulses(row, col);
      double exact = varied.update(before, n);
      // The bound that DeviceFactors states; half an ulp or more of it is in Expected already.
      double ulp = Math.ulp((float) varied.maxConductance());
      return new Expected(exact, 2 * ulp + 1e-6 * Math.abs(exact - before));
    };
  }

  /** What the model is with a device's factors on its curve. */
  static ReferenceDevice varied(ReferenceDevice model, DeviceFactors factors, long row, long col) {
    double nonlinearity = factors.nonlinearity(row, col);
    return new ReferenceDevice(
        model.minConductance() * factors.min(row, col),
        model.maxConductance() * factors.max(row, col),
        times(nonlinearity, model.potentiation()),
        times(nonlinearity, model.depression()));
  }

  private static ExponentialResponse times(double factor, PulseResponse ofPolarity) {
    ExponentialResponse response = (ExponentialResponse) ofPolarity;
    return new ExponentialResponse(factor * response.nonlinearity(), response.pulses());
  }
}
