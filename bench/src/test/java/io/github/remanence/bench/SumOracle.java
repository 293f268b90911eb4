package io.github.remanence.bench;

import io.github.remanence.bench.Oracle.Expected;
import io.github.remanence.reference.ReferenceDevice;

/** What an update by a sum of outer products has to make of a device, in whatever order it sums. */
final class SumOracle {

  private final ReferenceDevice device;
  private final Batch batch;
  private final double rate;

  private SumOracle(ReferenceDevice device, Batch batch, double rate) {
    this.device = device;
    this.batch = batch;
    this.rate = rate;
  }

  static Oracle of(OuterProductSumBenchmark benchmark, int sign) {
    Batch batch = benchmark.vectors();
    return new SumOracle(Oracle.device(benchmark.field), batch, sign * batch.rate())::after;
  }

  private Expected after(int place, float before) {
    double sum = 0;
    double magnitude = 0;
    for (int b = 0; b < batch.size(); b++) {
      double product = product(b, place);
      sum += product;
      magnitude += Math.abs(product);
    }
    double error = Math.abs(rate) * magnitude * (batch.size() + 2) * 0x1p-24;
    return expected(before, rate * sum, error);
  }

  private double product(int vector, int place) {
    int rows = (int) batch.shape().rows();
    int cols = (int) batch.shape().cols();
    return (double) batch.rowFactors()[vector * rows + place / cols]
        * batch.colFactors()[vector * cols + place % cols];
  }

  /** As far off as so many pulses are; where that is about the dead zone, as far as all of them. */
  private Expected expected(float before, double n, double error) {
    boolean dead = Math.abs(n) < Batch.DEAD_ZONE;
    boolean unsure = Math.abs(Math.abs(n) - Batch.DEAD_ZONE) <= error + 1e-8;
    double exact = device.update(before, dead ? 0 : n);
    double moved = device.update(before, n);
    double more = Math.abs(device.update(before, n + error) - moved);
    double less = Math.abs(device.update(before, n - error) - moved);
    double all = unsure ? Math.abs(moved - before) : 0;
    return new Expected(exact, 4e-7 * Math.abs(exact - before) + Math.max(more, less) + all);
  }
}
