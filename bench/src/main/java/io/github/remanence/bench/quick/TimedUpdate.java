package io.github.remanence.bench.quick;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;

/**
 * An update to time.
 *
 * @param kernel what runs
 * @param plan the device in its field
 * @param pulses applied by turns
 * @param crossbar changed in place; what it holds afterwards depends on the time there was
 */
public record TimedUpdate(
    UpdateKernel kernel, UpdatePlan plan, PulsePair pulses, Crossbar crossbar) {

  void run(int passes) {
    for (int i = 0; i < passes; i++) {
      kernel.apply(plan, pulses.next(), crossbar);
    }
  }
}
