package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.remanence.kernel.Form.Update;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

  /** One box for each vector of 16 would be five times as much. */
  private static final long MOST_OF_DRAWS = (long) ROUNDS * SIDE * SIDE;

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

  /** The draws of an update are objects, boxes are some bytes for each device. */
  @ParameterizedTest
  @EnumSource
  void noiseAllocatesNothingForADevice(Convention convention) {
    UpdatePlan plan =
        UpdatePlan.of(
            Presets.bernard2025()
                .with(
                    new NonIdealities(
                        DeviceVariation.NONE,
                        new CycleNoise(convention, 0.02, Mode.AGGREGATE),
                        /* deadZone= */ 0.1,
                        PulseRounding.STOCHASTIC,
                        /* readNoise= */ 0,
                        /* outputNoise= */ 0)),
            FieldState.at(0.5));
    Crossbar crossbar = Crossbar.onHeap(SIDE, SIDE);
    Conductances.set(crossbar, Conductances.start(crossbar.devices(), 4));
    Pulses pulses = Pulses.float32(Conductances.start(crossbar.devices(), 5), SIDE, SIDE);
    Draws draws = Draws.of(6, 0);
    for (Crossbar devices : List.of(crossbar, Form.varied(crossbar))) {
      requireFewBytes(
          convention + " on " + devices, k -> k.apply(plan, pulses, devices, draws), MOST_OF_DRAWS);
    }
  }

  @Test
  void randomNumbersAllocateNothingForADevice() {
    Crossbar crossbar = Crossbar.onHeap(SIDE, SIDE);
    Draws draws = Draws.of(7, 0);
    requireFewBytes("uniform", k -> k.fillUniform(crossbar, 1, 2, draws), MOST_OF_DRAWS);
    requireFewBytes("normal", k -> k.fillNormal(crossbar, 1.5, 0.1, draws), MOST_OF_DRAWS);
    requireFewBytes("read", k -> k.read(crossbar, crossbar, 0.01, draws), MOST_OF_DRAWS);
  }

  private void requireNoBytes(String what, Update update) {
    requireFewBytes(what, update, 0);
  }

  /**
   * C2 compiles in the background, so there are many chances to be seen without boxes, and after
   * the first ones some time for C2 on a machine that is busy otherwise.
   */
  private void requireFewBytes(String what, Update update, long most) {
    long bytes = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 4000 && bytes > most; attempt++) {
      bytes = allocatedBytes(update);
      if (attempt > 1000) {
        LockSupport.parkNanos(2_000_000);
      }
    }
    assertThat(bytes)
        .as("bytes allocated by %d updates: %s", ROUNDS, what)
        .isLessThanOrEqualTo(most);
  }

  private long allocatedBytes(Update update) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      update.by(kernel);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
