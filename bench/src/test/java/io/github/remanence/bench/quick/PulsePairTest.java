package io.github.remanence.bench.quick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.Workers;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import org.junit.jupiter.api.Test;

class PulsePairTest {

  private static final UpdatePlan PLAN = UpdatePlan.of(Presets.bernard2025(), FieldState.at(0.5));
  private static final UpdateKernel KERNEL =
      UpdateKernel.of(Backend.SCALAR, Workers.callingThread());

  @Test
  void uniformPulsesAndTheirOppositeComeByTurns() {
    PulsePair pair = PulsePair.uniform(3);
    assertThat(applied(pair.next())).isEqualTo(applied(Pulses.uniform(3)));
    assertThat(applied(pair.next())).isEqualTo(applied(Pulses.uniform(-3)));
    assertThat(applied(pair.next())).isEqualTo(applied(Pulses.uniform(3)));
  }

  @Test
  void countsOfDevicesAndTheirOppositeComeByTurns() {
    PulsePair whole = PulsePair.int8(new byte[] {4, -3, 0}, 1, 3);
    assertThat(applied(whole.next())).isEqualTo(applied(Pulses.int8(new byte[] {4, -3, 0}, 1, 3)));
    assertThat(applied(whole.next())).isEqualTo(applied(Pulses.int8(new byte[] {-4, 3, 0}, 1, 3)));

    PulsePair broken = PulsePair.float32(new float[] {0.5f, -2, 0}, 1, 3);
    assertThat(applied(broken.next()))
        .isEqualTo(applied(Pulses.float32(new float[] {0.5f, -2, 0}, 1, 3)));
    assertThat(applied(broken.next()))
        .isEqualTo(applied(Pulses.float32(new float[] {-0.5f, 2, 0}, 1, 3)));
  }

  @Test
  void bytesAreTheConductanceTwiceAndTheCountOnce() {
    assertThat(PulsePair.uniform(1).bytesPerDevice()).isEqualTo(8);
    assertThat(PulsePair.int8(new byte[1], 1, 1).bytesPerDevice()).isEqualTo(9);
    assertThat(PulsePair.float32(new float[1], 1, 1).bytesPerDevice()).isEqualTo(12);
  }

  private static float[] applied(Pulses pulses) {
    float[] devices = {2, 2, 2};
    KERNEL.apply(PLAN, pulses, Crossbar.wrap(devices, 1, 3));
    return devices;
  }
}
