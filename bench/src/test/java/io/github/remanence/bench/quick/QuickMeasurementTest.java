package io.github.remanence.bench.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class QuickMeasurementTest {

  private static final UpdatePlan PLAN = UpdatePlan.of(Presets.bernard2025(), FieldState.at(1));

  /** Long enough for a sample, so that one pass makes one. */
  private static final long STEP = 10_000_000;

  @Test
  void everyUpdateAndTheCeilingAreMeasuredInOrder() {
    TimedUpdate uniform = update(PulsePair.uniform(2), 3);
    TimedUpdate each = update(PulsePair.int8(new byte[] {1, 2, 3}, 1, 3), 3);

    QuickMeasurement measured = QuickMeasurement.of(List.of(uniform, each), 2, steps());

    assertThat(measured.ceiling()).isEqualTo(new Measurement(STEP, STEP, STEP, 3, 8));
    assertThat(measured.updates())
        .containsExactly(
            new Measurement(STEP, STEP, STEP, 3, 8), new Measurement(STEP, STEP, STEP, 3, 9));
  }

  @Test
  void updatesReallyRun() {
    TimedUpdate update = update(PulsePair.uniform(2), 3);
    QuickMeasurement.of(List.of(update), 1, steps());
    assertThat(update.crossbar().get(0, 2)).isNotEqualTo(2.5f).isBetween(2.175f, 2.742f);
  }

  @Test
  void updatesOfDifferentSizesAreNotCompared() {
    List<TimedUpdate> updates =
        List.of(update(PulsePair.uniform(1), 3), update(PulsePair.uniform(1), 4));
    assertThatThrownBy(() -> QuickMeasurement.of(updates, 1))
        .hasMessage("updates of one number of devices are compared, these have [3, 4]");
  }

  @Test
  void nothingToMeasureIsAnError() {
    assertThatThrownBy(() -> QuickMeasurement.of(List.of(), 1))
        .hasMessage("updates of one number of devices are compared, these have []");
  }

  @Test
  void ceilingsAreMeasuredForEverySizeAndForArithmetic() {
    Ceilings ceilings = Ceilings.measure(List.of(5L, 70L), 2, steps());
    Measurement five = new Measurement(STEP, STEP, STEP, 5, 8);
    Measurement seventy = new Measurement(STEP, STEP, STEP, 70, 8);
    assertThat(ceilings.memory())
        .containsExactly(new Ceilings.Memory(five, five), new Ceilings.Memory(seventy, seventy));
    assertThat(ceilings.threads()).isEqualTo(2);
    assertThat(ceilings.gigaflops()).isCloseTo(2 * 2 * 8 * 4096 / (double) STEP, within(1e-12));
  }

  private static TimedUpdate update(PulsePair pulses, int devices) {
    Crossbar crossbar = Crossbar.onHeap(1, devices);
    crossbar.fill(2.5f);
    return new TimedUpdate(UpdateKernel.fastest(), PLAN, pulses, crossbar);
  }

  /** Every look at the clock is one step after the last. */
  private static LongSupplier steps() {
    AtomicLong now = new AtomicLong();
    return () -> now.addAndGet(STEP);
  }
}
