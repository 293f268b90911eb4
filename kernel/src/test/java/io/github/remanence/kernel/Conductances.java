package io.github.remanence.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

/** Where an update starts, and what it leaves. */
final class Conductances {

  private Conductances() {}

  /** In the window of the published device without a field, some at its lower end. */
  static float[] start(long devices, long seed) {
    float min = (float) Plans.NO_FIELD.curve().minConductance();
    SplittableRandom random = new SplittableRandom(seed);
    float[] start = new float[Math.toIntExact(devices)];
    for (int i = 0; i < start.length; i++) {
      start[i] = random.nextInt(8) == 0 ? min : (float) random.nextDouble(0.85, 2.28);
    }
    return start;
  }

  /** All the memory from the first device to the last. */
  static float[] of(Crossbar crossbar) {
    return crossbar.conductances().toArray(ValueLayout.JAVA_FLOAT);
  }

  static void set(Crossbar crossbar, float[] conductances) {
    crossbar.conductances().copyFrom(MemorySegment.ofArray(conductances));
  }

  /** A crossbar of its own with the same conductances, without gaps. */
  static Crossbar copy(Crossbar part) {
    Crossbar copy = Crossbar.onHeap(part.rows(), part.cols());
    write(part, copy);
    return copy;
  }

  /** Device by device. */
  static void write(Crossbar from, Crossbar to) {
    for (long row = 0; row < from.rows(); row++) {
      for (long col = 0; col < from.cols(); col++) {
        to.set(row, col, from.get(row, col));
      }
    }
  }
}
