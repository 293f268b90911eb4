package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Pulses;

/** The kernel sums as it goes; there is no matrix of sums. */
final class FusedBatchUpdate implements BatchUpdate {

  private final PulsePair pulses;

  FusedBatchUpdate(Batch batch) {
    pulses = PulsePair.of(up(batch, batch.rate()), up(batch, -batch.rate()), 0);
  }

  private static Pulses up(Batch batch, double rate) {
    return Pulses.outerProductSum(
        batch.rowFactors(),
        batch.colFactors(),
        batch.shape().rows(),
        batch.shape().cols(),
        rate,
        Batch.DEAD_ZONE);
  }

  @Override
  public void prepare() {}

  @Override
  public PulsePair pulses() {
    return pulses;
  }

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public void close() {}
}
