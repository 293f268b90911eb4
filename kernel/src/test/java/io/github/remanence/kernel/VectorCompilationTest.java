package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Every loop of the vector backend becomes vector code. Where C2 gives up, it keeps vectors in
 * boxes: the result is right and 10 to 100 times slower. Boxes are allocated, so bytes per device
 * give it away without a clock.
 */
class VectorCompilationTest {

  private static final int SIDE = 256;
  private static final int ROUNDS = 20;

  /**
   * A vector in a box is at least 4 bytes a device; a call may allocate a few hundred bytes
   * whatever its size.
   */
  private static final double BYTES_A_DEVICE = 0.1;

  private static final UpdatePlan NO_FIELD = UpdatePlan.of(Presets.bernard2025(), FieldState.at(0));
  private static final UpdatePlan HALF = UpdatePlan.of(Presets.bernard2025(), FieldState.at(0.5));

  private final UpdateKernel kernel = UpdateKernel.of(Backend.VECTOR, Workers.callingThread());

  @Test
  void everyFormOnEveryKindOfMemoryIsFreeOfBoxes() {
    try (Crossbar offHeap = Crossbar.offHeap(SIDE, SIDE)) {
      for (Crossbar crossbar : new Crossbar[] {Crossbar.onHeap(SIDE, SIDE), offHeap}) {
        Pulses bytes = Pulses.int8(new byte[SIDE * SIDE], SIDE, SIDE);
        Pulses floats = Pulses.float32(new float[SIDE * SIDE], SIDE, SIDE);
        FieldChange there = FieldChange.keepingCoordinate(NO_FIELD, HALF);
        requireNoBoxes(
            "uniform", i -> kernel.apply(NO_FIELD, Pulses.uniform(i % 3 - 1.0), crossbar));
        requireNoBoxes("int8", i -> kernel.apply(NO_FIELD, bytes, crossbar));
        requireNoBoxes("float32", i -> kernel.apply(NO_FIELD, floats, crossbar));
        requireNoBoxes("field", i -> kernel.apply(there, crossbar));
      }
    }
  }

  /** C2 compiles in the background, so the loop is given many chances to be seen without boxes. */
  private static void requireNoBoxes(String form, IntConsumer update) {
    double perDevice = Double.NaN;
    for (int attempt = 0; attempt < 200; attempt++) {
      perDevice = allocatedBytes(update) / ((double) ROUNDS * SIDE * SIDE);
      if (perDevice < BYTES_A_DEVICE) {
        return;
      }
    }
    assertThat(perDevice).as("bytes a device allocated by %s", form).isLessThan(BYTES_A_DEVICE);
  }

  private static long allocatedBytes(IntConsumer update) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      update.accept(i);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
