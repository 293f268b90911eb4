package io.github.remanence.bench;

import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast is an update by a sum of outer products, made as it goes, and made by a library's matrix
 * product first?
 *
 * <p>As it goes it moves 8 bytes a device and the vectors. A matrix of sums is written and read: 8
 * more. {@code :perStep} is the time of one device and one vector.
 */
public class OuterProductSumBenchmark extends FormBenchmark {

  /** How many vectors there are. */
  @Param({"1", "64", "256"})
  public int batch;

  /** Who sums: the kernel, or OpenBLAS before a {@code Pulses.gradient}. */
  @Param({"kernel", "openblas"})
  public String sum;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param("0.5")
  public double field;

  private UpdatePlan plan;
  private Batch vectors;
  private BatchUpdate update;
  private Workbench workbench;

  /** Fills a crossbar and draws the vectors. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    vectors = new Batch(batch, shape());
    update = updateBy(sum);
    workbench = offHeap(plan.curve());
  }

  /** One update of the whole crossbar: up the sum, or down by turns. */
  @Benchmark
  public void update(Traffic counter, PerStep steps) {
    update.prepare();
    workbench.update(plan, update.pulses(), counter);
    counter.add(0, vectors.bytes() + update.bytes());
    steps.add(workbench.crossbar().devices(), batch);
  }

  @Override
  public void close() {
    update.close();
    super.close();
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  Batch vectors() {
    return vectors;
  }

  private BatchUpdate updateBy(String who) {
    return switch (who) {
      case "kernel" -> new FusedBatchUpdate(vectors);
      case "openblas" -> new ProductBatchUpdate(vectors, threads);
      default ->
          throw new IllegalArgumentException(
              "a sum is made by kernel or openblas, was '%s'".formatted(who));
    };
  }
}
