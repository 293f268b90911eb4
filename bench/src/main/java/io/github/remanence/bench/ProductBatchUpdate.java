package io.github.remanence.bench;

import io.github.remanence.bench.product.FloatMatrix;
import io.github.remanence.bench.product.OpenBlas;
import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A library makes the matrix of sums, and the kernel takes it as a gradient. */
final class ProductBatchUpdate implements BatchUpdate {

  private final OpenBlas library;
  private final FloatMatrix rowFactors;
  private final FloatMatrix colFactors;
  private final Crossbar sums;
  private final PulsePair pulses;

  ProductBatchUpdate(Batch batch, int threads) {
    Shape shape = batch.shape();
    library = OpenBlas.withThreads(threads);
    rowFactors = offHeap(batch.rowFactors(), batch.size());
    colFactors = offHeap(batch.colFactors(), batch.size());
    sums = Crossbar.offHeap(shape.rows(), shape.cols());
    System.out.printf("%n# Runs before each update: %s%n", library.description());
    pulses = PulsePair.of(up(batch.rate()), up(-batch.rate()), Float.BYTES);
  }

  @SuppressWarnings("MustBeClosedChecker") // Lives as long as somebody uses it.
  private static FloatMatrix offHeap(float[] values, int vectors) {
    MemorySegment memory = Arena.ofAuto().allocate((long) values.length * Float.BYTES, 64);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length);
    return FloatMatrix.of(memory, vectors, values.length / vectors);
  }

  private Pulses up(double rate) {
    return Pulses.gradient(sums, rate, Batch.DEAD_ZONE);
  }

  @Override
  public void prepare() {
    FloatMatrix into = FloatMatrix.of(sums.conductances(), rowFactors.cols(), colFactors.cols());
    library.multiply(1, rowFactors.transposed(), colFactors, into);
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
