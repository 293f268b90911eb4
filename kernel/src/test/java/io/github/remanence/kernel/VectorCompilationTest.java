package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.remanence.kernel.Form.Update;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every loop of the vector backend becomes vector code, and no update allocates a byte. Where C2
 * gives up, it keeps vectors in boxes: the result is right and 10 to 100 times slower. Boxes are
 * allocated, so bytes give it away without a clock.
 */
class VectorCompilationTest {

  private static final int SIDE = 130;
  private static final int ROUNDS = 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final UpdateKernel kernel = UpdateKernel.of(Backend.VECTOR, Workers.callingThread());

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void noFormAllocatesAByte(Form form) throws IOException {
    for (Memory memory : Memory.values()) {
      requireNoBytes(form, memory, whole -> whole);
      requireNoBytes(form, memory, whole -> whole.block(1, 2, SIDE - 2, SIDE - 3).everyRow(2));
    }
  }

  private void requireNoBytes(Form form, Memory memory, UnaryOperator<Crossbar> part)
      throws IOException {
    try (Crossbar crossbar = memory.crossbar(folder, SIDE, SIDE);
        Crossbar minus = memory.crossbar(folder, SIDE, SIDE)) {
      Conductances.set(crossbar, Conductances.start(crossbar.devices(), 1));
      Conductances.set(minus, Conductances.start(crossbar.devices(), 2));
      Update update = form.on(part.apply(crossbar), part.apply(minus));
      requireNoBytes(form + " in " + memory, update);
    }
  }

  /** As a learning rule does that writes and takes back. */
  @Test
  void twoPulsesInTurnAllocateNothing() {
    Crossbar crossbar = Crossbar.onHeap(SIDE, SIDE);
    DifferentialPair pair = DifferentialPair.of(crossbar, Crossbar.onHeap(SIDE, SIDE));
    float[] gradient = Conductances.start(crossbar.devices(), 3);
    Pulses there = Pulses.gradient(gradient, SIDE, SIDE, 1, 0.5);
    Pulses back = Pulses.gradient(gradient, SIDE, SIDE, -1, 0.5);
    Pulses up = Pulses.uniform(2);
    Pulses down = Pulses.uniform(-2);
    requireNoBytes(
        "two in turn",
        k -> {
          k.apply(Plans.NO_FIELD, there, crossbar);
          k.apply(Plans.NO_FIELD, back, crossbar);
          k.apply(Plans.NO_FIELD, up, crossbar);
          k.apply(Plans.NO_FIELD, down, crossbar);
          k.apply(Plans.NO_FIELD, there, pair);
          k.apply(Plans.NO_FIELD, back, pair);
        });
  }

  /** Not on any thread of the JVM, and there are several tiles. */
  @Test
  void anUpdateOnSeveralThreadsAllocatesNothing() {
    try (Workers workers = Workers.threads(2)) {
      UpdateKernel onTwo = UpdateKernel.of(Backend.VECTOR, workers);
      Crossbar crossbar = Crossbar.onHeap(512, 512);
      Pulses up = Pulses.uniform(2);
      requireNoBytes(
          "on two threads",
          THREADS::getTotalThreadAllocatedBytes,
          k -> onTwo.apply(Plans.NO_FIELD, up, crossbar));
    }
  }

  private void requireNoBytes(String what, Update update) {
    requireNoBytes(what, THREADS::getCurrentThreadAllocatedBytes, update);
  }

  /**
   * C2 compiles in the background, so there are many chances to be seen without boxes, and after
   * the first ones some time for C2 on a machine that is busy otherwise.
   */
  private void requireNoBytes(String what, LongSupplier allocated, Update update) {
    long bytes = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 4000 && bytes != 0; attempt++) {
      bytes = allocatedBytes(allocated, update);
      if (attempt > 1000) {
        LockSupport.parkNanos(2_000_000);
      }
    }
    assertThat(bytes).as("bytes allocated by %d updates: %s", ROUNDS, what).isZero();
  }

  private long allocatedBytes(LongSupplier allocated, Update update) {
    long before = allocated.getAsLong();
    for (int i = 0; i < ROUNDS; i++) {
      update.by(kernel);
    }
    return allocated.getAsLong() - before;
  }
}
