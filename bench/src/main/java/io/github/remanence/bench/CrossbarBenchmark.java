package io.github.remanence.bench;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What all benchmarks of the kernel share: the published device, and the parameters backend, size
 * and threads.
 *
 * <p>The sizes lie on both sides of the caches: 256 KiB, 4 MiB, 4 MiB of an awkward shape whose
 * vectors and tiles do not come out even, and 64 MiB.
 */
public abstract class CrossbarBenchmark extends Settings {

  /** Which code runs. */
  @Param({"scalar", "vector"})
  public String backend;

  /** Rows and columns. */
  @Param({"256", "1024", "1000x1003", "4096"})
  public String size;

  /** Threads that share an update. */
  @Param({"1", "2"})
  public int threads;

  /** What the benchmark works with. */
  abstract Workbench workbench();

  static UpdatePlan bernard2025(double field) {
    return UpdatePlan.of(Presets.bernard2025(), FieldState.at(field));
  }

  final Shape shape() {
    return Shape.parse(size);
  }

  final Workbench onHeap(DeviceCurve window) {
    Shape shape = shape();
    return Workbench.of(backend, threads, Crossbar.onHeap(shape.rows(), shape.cols()), window);
  }

  /** Ends the threads and frees the memory. */
  @TearDown
  public void close() {
    workbench().close();
  }
}
