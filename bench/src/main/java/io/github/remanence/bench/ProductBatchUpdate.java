package io.github.remanence.bench;

import io.github.remanence.bench.product.MatrixProduct;
import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;

/** A library makes the matrix of sums, and the kernel takes it as a gradient. */
final class ProductBatchUpdate implements BatchUpdate {

  private final Crossbar sums;
  private final MatrixProduct product;
  private final PulsePair pulses;

  ProductBatchUpdate(Batch batch, int threads) {
    Shape shape = batch.shape();
    sums = Crossbar.offHeap(shape.rows(), shape.cols());
    product =
        new MatrixProduct(
            batch.rowFactors(), batch.colFactors(), batch.size(), sums.conductances(), threads);
    System.out.printf("%n# Runs before each update: %s%n", product.description());
    pulses = PulsePair.of(up(batch.rate()), up(-batch.rate()), Float.BYTES);
  }

  private Pulses up(double rate) {
    return Pulses.gradient(sums, rate, Batch.DEAD_ZONE);
  }

  @Override
  public void prepare() {
    product.run();
  }

  @Override
  public PulsePair pulses() {
    return pulses;
  }

  /** The matrix of sums is written; that it is read counts as the counts of the update. */
  @Override
  public long bytes() {
    return sums.devices() * Float.BYTES;
  }

  @Override
  public void close() {
    sums.close();
  }
}
