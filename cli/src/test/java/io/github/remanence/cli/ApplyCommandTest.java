package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.json.DeviceJson;
import org.junit.jupiter.api.Test;

class ApplyCommandTest {

  @Test
  void theDeviceInTheHelpIsADevice() {
    assertThat(DeviceJson.read(ApplyCommand.DEVICE_EXAMPLE).name()).isEqualTo("my device");
  }
}
