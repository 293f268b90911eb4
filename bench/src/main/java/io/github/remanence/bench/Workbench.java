package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.Workers;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.random.Draws;
import java.util.Locale;
import java.util.SplittableRandom;

/** A kernel, its threads and a crossbar with something in it. */
record Workbench(UpdateKernel kernel, Workers workers, Crossbar crossbar) implements AutoCloseable {

  private static final long SEED = 20250125;

  /**
   * Fills the crossbar evenly over the inside of the window and prints what will run.
   *
   * @param backend its one spelling, such as vector
   */
  static Workbench of(String backend, int threads, Crossbar crossbar, DeviceCurve window) {
    Workers workers = Workers.threads(threads);
    UpdateKernel kernel =
        UpdateKernel.of(Backend.valueOf(backend.toUpperCase(Locale.ROOT)), workers);
    fill(crossbar, window);
    System.out.printf(
        "%n# Runs: %s; %s; threads: %d; Java %s, %s%n",
        kernel.description(),
        crossbar,
        threads,
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"));
    return new Workbench(kernel, workers, crossbar);
  }

  /** One update of the whole crossbar with the pulses whose turn it is, and counts it. */
  void update(UpdatePlan plan, PulsePair pulses, Traffic counter) {
    kernel.apply(plan, pulses.next(), crossbar);
    counter.add(crossbar.devices(), crossbar.devices() * pulses.bytesPerDevice());
  }

  /** One such update by chance. */
  void update(UpdatePlan plan, PulsePair pulses, Draws draws, Traffic counter) {
    kernel.apply(plan, pulses.next(), crossbar, draws);
    counter.add(crossbar.devices(), crossbar.devices() * pulses.bytesPerDevice());
  }

  /** One change of field over the whole crossbar, and counts it. */
  void change(FieldChange change, Traffic counter) {
    kernel.apply(change, crossbar);
    counter.add(crossbar.devices(), crossbar.devices() * PulsePair.CONDUCTANCE_BYTES);
  }

  /** Puts devices evenly over the inside of the window, always the same. */
  static void fill(Crossbar crossbar, DeviceCurve window) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (long row = 0; row < crossbar.rows(); row++) {
      for (long col = 0; col < crossbar.cols(); col++) {
        double u = random.nextDouble(0.01, 0.99);
        crossbar.set(row, col, (float) (window.minConductance() + u * window.range()));
      }
    }
  }

  @Override
  public void close() {
    workers.close();
    crossbar.close();
  }
}
