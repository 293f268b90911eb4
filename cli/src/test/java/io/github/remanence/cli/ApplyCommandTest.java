package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Spread;
import io.github.remanence.kernel.json.DeviceJson;
import org.junit.jupiter.api.Test;

class ApplyCommandTest {

  @Test
  void theDeviceInTheHelpIsADevice() {
    assertThat(DeviceJson.read(ApplyCommand.DEVICE_EXAMPLE).name()).isEqualTo("my device");
  }

  @Test
  void theNonIdealitiesInTheHelpArePartsOfOne() {
    String device = ApplyCommand.DEVICE_EXAMPLE;
    String real =
        device.substring(0, device.length() - 1)
            + ",\n"
            + ApplyCommand.NON_IDEALITIES_EXAMPLE
            + "}";
    NonIdealities read = DeviceJson.read(real).nonIdealities();
    assertThat(read.variation().pulses()).isEqualTo(new Spread(Spread.Law.ABSOLUTE_NORMAL, 0.2));
    assertThat(read.cycleNoise().sigma()).isEqualTo(0.3);
    assertThat(read.deadZone()).isEqualTo(0.1);
  }
}
