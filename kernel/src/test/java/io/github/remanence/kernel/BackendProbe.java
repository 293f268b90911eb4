package io.github.remanence.kernel;

import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;

/**
 * What a program without the incubator module, Aparapi and drivers of GPUs sees; started by {@link
 * BackendTest}.
 */
final class BackendProbe {

  private BackendProbe() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    System.out.println("fastest: " + Backend.fastest());
    UpdateKernel kernel = UpdateKernel.fastest();
    UpdatePlan plan = UpdatePlan.of(Presets.bernard2025(), FieldState.at(0));
    kernel.apply(plan, Pulses.uniform(1), Crossbar.onHeap(3, 5));
    System.out.println("runs: " + kernel.description());
    for (Backend backend : new Backend[] {Backend.VECTOR, Backend.GPU}) {
      try {
        UpdateKernel.of(backend, Workers.callingThread());
        System.out.println("forced: a silent fallback");
      } catch (IllegalStateException e) {
        System.out.println("forced: " + e.getMessage());
      }
    }
  }
}
