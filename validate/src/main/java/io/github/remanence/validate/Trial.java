package io.github.remanence.validate;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;
import java.util.function.IntToDoubleFunction;

/** One update of many devices, ready to be done by any subject and compared device by device. */
final class Trial {

  private final Twin twin;
  private final float[] before;
  private final Pulses pulses;
  private final IntToDoubleFunction count;

  private Trial(Twin twin, float[] before, Pulses pulses, IntToDoubleFunction count) {
    this.twin = twin;
    this.before = before;
    this.pulses = pulses;
    this.count = count;
  }

  /** Every device gets n pulses. */
  static Trial uniform(Twin twin, float[] before, double n) {
    return new Trial(twin, before, Pulses.uniform(n), i -> n);
  }

  /** Every device gets its own whole number of pulses. */
  static Trial int8(Twin twin, float[] before, byte[] counts) {
    return new Trial(twin, before, Pulses.int8(counts, 1, counts.length), i -> counts[i]);
  }

  /** Every device gets its own number of pulses. */
  static Trial float32(Twin twin, float[] before, float[] counts) {
    return new Trial(twin, before, Pulses.float32(counts, 1, counts.length), i -> counts[i]);
  }

  /** The conductances after the update. */
  private float[] after(Subject subject) {
    float[] after = before.clone();
    subject.apply(twin.plan(), pulses, Crossbar.wrap(after, 1, after.length));
    return after;
  }

  /** Holds every device against {@link Bound#ofUpdates}. */
  void measure(Subject subject, Errors errors) {
    float[] after = after(subject);
    for (int i = 0; i < after.length; i++) {
      errors.add(Comparison.ofUpdate(twin.exact(), before[i], count.applyAsDouble(i), after[i]));
    }
  }

  /** Compares the bits of every device that got no pulses. */
  void measureResting(Subject subject, Tally tally) {
    float[] after = after(subject);
    for (int i = 0; i < after.length; i++) {
      if (count.applyAsDouble(i) == 0) {
        tally.add(after[i], before[i]);
      }
    }
  }
}
