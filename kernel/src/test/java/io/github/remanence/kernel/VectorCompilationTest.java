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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every loop of the vector backend becomes vector code, and no update allocates a byte. Where C2
 * gives up, it keeps vectors in boxes: the result is right and 10 to 100 times slower. Boxes are
 * allocated, so bytes give it away without a clock.
 */
class VectorCompilationTest {

  private static final int SIDE = 130;
  private static final int ROUNDS = 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final UpdateKernel kernel = Backends.vectors();

  @TempDir Path folder;

  /**
   * What has draws of its own in each update, or is made for it, is some objects; a box for each
   * vector would be a hundred times as much.
   */
  private static final long SOME_OBJECTS = 2_000;

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      // Some objects for each pulse, or a response for each device; the loops of the first are
      // those of others, and there are none of the others.
      names = {
        "NOISE_PULSE_BY_PULSE",
        "NOISE_OF_OTHER_FAMILIES",
        "NOISE_OF_OTHER_FAMILIES_THAT_DIFFER",
        "NOISE_AT_ONCE_OF_OTHER_FAMILIES_THAT_DIFFER",
        "INT8_ON_POWER_STEPS_THAT_DIFFER",
        "GRADIENT_ON_DEVICES_THAT_DIFFER_AND_SPEED_UP"
      })
  void noFormAllocatesBytesForItsDevices(Form form) throws IOException {
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
      long allowed = form.isRandom() || form.isRelaxation() ? ROUNDS * SOME_OBJECTS : 0;
      requireBytes(form + " in " + memory, update, allowed);
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
    requireBytes(
        "two in turn",
        k -> {
          k.apply(Plans.NO_FIELD, there, crossbar);
          k.apply(Plans.NO_FIELD, back, crossbar);
          k.apply(Plans.NO_FIELD, up, crossbar);
          k.apply(Plans.NO_FIELD, down, crossbar);
          k.apply(Plans.NO_FIELD, there, pair);
          k.apply(Plans.NO_FIELD, back, pair);
        },
        0);
  }

  /**
   * Each makes another loop of the longest pass there is; in a sparse gradient much stands still.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-5, 1})
  void pairsInAnyWindowAllocateNothing(double nonlinearity) {
    for (double min : new double[] {-1, 0, 0.5}) {
      UpdatePlan plan = Plans.of(Plans.exponential(min, 2, nonlinearity, nonlinearity));
      for (int rowsBetween : new int[] {1, 4}) {
        Crossbar crossbar = Crossbar.onHeap(SIDE, SIDE);
        DifferentialPair pair = DifferentialPair.of(crossbar, Crossbar.onHeap(SIDE, SIDE));
        float[] gradient = new float[SIDE * SIDE];
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] = i / SIDE % rowsBetween == 0 ? i % 7 - 3 : 0;
        }
        Pulses pulses = Pulses.float32(gradient, SIDE, SIDE);
        requireBytes("in [%s, 2]".formatted(min), k -> k.apply(plan, pulses, pair), 0);
      }
    }
  }

  /** Not on any thread of the JVM, and there are several tiles. */
  @Test
  void anUpdateOnSeveralThreadsAllocatesNothing() {
    try (Workers workers = Workers.threads(2)) {
      UpdateKernel onTwo = Backends.alone(Backend.VECTOR, workers);
      Crossbar crossbar = Crossbar.onHeap(512, 512);
      Pulses up = Pulses.uniform(2);
      requireBytes(
          "on two threads",
          THREADS::getTotalThreadAllocatedBytes,
          k -> onTwo.apply(Plans.NO_FIELD, up, crossbar),
          0);
    }
  }

  /** Both what it does while it is cold, and after. */
  @Test
  void theBackendThatUsersGetAllocatesNothing() {
    UpdateKernel users = UpdateKernel.of(Backend.VECTOR, Workers.callingThread());
    Crossbar crossbar = Crossbar.onHeap(512, 512);
    Pulses up = Pulses.float32(new float[512 * 512], 512, 512);
    requireBytes("cold and warm", k -> users.apply(Plans.NO_FIELD, up, crossbar), 0);
  }

  private void requireBytes(String what, Update update, long allowed) {
    requireBytes(what, THREADS::getCurrentThreadAllocatedBytes, update, allowed);
  }

  /**
   * C2 compiles in the background, so there are many chances to be seen without boxes, and after
   * the first ones some time for C2 on a machine that is busy otherwise.
   */
  private void requireBytes(String what, LongSupplier allocated, Update update, long allowed) {
    long bytes = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 4000 && bytes > allowed; attempt++) {
      bytes = allocatedBytes(allocated, update);
      if (attempt > 1000) {
        LockSupport.parkNanos(2_000_000);
      }
    }
    assertThat(bytes)
        .as("bytes allocated by %d updates: %s", ROUNDS, what)
        .isLessThanOrEqualTo(allowed);
  }

  private long allocatedBytes(LongSupplier allocated, Update update) {
    long before = allocated.getAsLong();
    for (int i = 0; i < ROUNDS; i++) {
      update.by(kernel);
    }
    return allocated.getAsLong() - before;
  }
}
