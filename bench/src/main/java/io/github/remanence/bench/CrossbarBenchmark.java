package io.github.remanence.bench;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import org.openjdk.jmh.annotations.TearDown;

/** What all benchmarks of the kernel share: the published device on a crossbar. */
public abstract class CrossbarBenchmark extends Settings {

  /** What the benchmark works with. */
  abstract Workbench workbench();

  /** Which code runs. */
  abstract String backend();

  /** Rows and columns. */
  abstract Shape shape();

  /** Threads that share an update. */
  abstract int threads();

  static UpdatePlan bernard2025(double field) {
    return UpdatePlan.of(Presets.bernard2025(), FieldState.at(field));
  }

  /**
   * As the memory of the ceilings: touched one page after the other. How the pages of the heap lie
   * is chance, and a pass over 64 MiB of them takes up to 1.4 times as long.
   */
  final Workbench offHeap(DeviceCurve window) {
    return on(Crossbar.offHeap(shape().rows(), shape().cols()), window);
  }

  final Workbench on(Crossbar crossbar, DeviceCurve window) {
    return Workbench.of(backend(), threads(), crossbar, window);
  }

  /** Ends the threads and frees the memory. */
  @TearDown
  public void close() {
    workbench().close();
  }
}
