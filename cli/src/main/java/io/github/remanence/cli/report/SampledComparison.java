package io.github.remanence.cli.report;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.validate.Comparison;
import io.github.remanence.validate.Errors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A kernel against the reference, on a sample of the devices of a crossbar: all of a small one,
 * some 60,000 evenly spread over a large one, and always the last. The spacing is odd, so that
 * every lane of a vector is met.
 *
 * @param kernel what is compared
 * @param plan the device as the kernel has it
 * @param exact the device as the reference has it
 */
record SampledComparison(UpdateKernel kernel, UpdatePlan plan, ReferenceDevice exact) {

  private static final int ENOUGH = 1 << 16;

  /**
   * Applies a train and then its opposite, each to the values that the kernel finds, and compares
   * both times.
   */
  Errors of(Train train, Crossbar crossbar) {
    Errors errors = new Errors();
    PulsePair pulses = train.pairs().get();
    for (int sign : new int[] {1, -1}) {
      float[] before = sample(crossbar);
      kernel.apply(plan, pulses.next(), crossbar);
      float[] after = sample(crossbar);
      for (int k = 0; k < after.length; k++) {
        int n = sign * train.count().applyAsInt(place(k, crossbar));
        errors.add(Comparison.ofUpdate(exact, before[k], n, after[k]));
      }
    }
    return errors;
  }

  private static float[] sample(Crossbar crossbar) {
    MemorySegment conductances = crossbar.conductances();
    int devices = Math.toIntExact(crossbar.devices());
    float[] sample = new float[(devices - 2) / spacing(crossbar) + 2];
    for (int k = 0; k < sample.length; k++) {
      sample[k] = conductances.getAtIndex(ValueLayout.JAVA_FLOAT, place(k, crossbar));
    }
    return sample;
  }

  /**
   * Where device k of the sample is in memory; what would lie behind the last device is the last.
   */
  private static int place(int k, Crossbar crossbar) {
    return (int) Math.min((long) k * spacing(crossbar), crossbar.devices() - 1);
  }

  private static int spacing(Crossbar crossbar) {
    return (int) (crossbar.devices() / ENOUGH) | 1;
  }
}
