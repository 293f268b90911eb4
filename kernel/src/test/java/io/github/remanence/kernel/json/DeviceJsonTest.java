package io.github.remanence.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.Linearisation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceJsonTest {

  static List<Linearisation> laws() {
    return List.of(
        new Linearisation.Clamped(1 / 3.0),
        new Linearisation.Tanh(0.1),
        new Linearisation.Exponential(7e-3),
        new Linearisation.Measured(
            List.of(new Linearisation.Point(0, 0.01), new Linearisation.Point(0.45, 1))));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void everyModelComesBackToTheLastBit(Linearisation law) {
    DeviceCurve curve = new DeviceCurve(1e-6 / 3, 9e-6, 0.1 + 0.2, -1e-9);
    DeviceModel model =
        new DeviceModel("a \"b\" é", "lab", "S", 27.1, 1 / 3.0, curve, curve, law, 0.25);
    assertThat(DeviceJson.read(DeviceJson.write(model))).isEqualTo(model);
  }

  @Test
  void thePresetReadsAsPeopleWouldWriteIt() {
    assertThat(DeviceJson.write(Presets.bernard2025()))
        .contains("\"law\" : \"clamped\"")
        .contains("\"saturationField\" : 1.0")
        .contains("\"depressionPulses\" : 27.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"retention\" : 0.0 | \"retention\" : 2 | retention must be in [0, 1]",
        "\"retention\" : 0.0 | \"retension\" : 0.0 | 'retention'",
        "\"retention\" : 0.0 | \"retention\" : null | retention",
        "\"retention\" : 0.0 | \"retention\" : \"none\" | retention",
        "\"law\" : \"clamped\" | \"law\" : \"linear\" | linear",
        "\"saturationField\" : 1.0 | \"saturationField\" : 0 | saturationField must be",
        "\"unit\" : \"a.u.\", | '' | unit",
      })
  void mistakesAreNamed(String right, String wrong, String message) {
    String json = DeviceJson.write(Presets.bernard2025());
    assertThat(json).contains(right);
    assertThatThrownBy(() -> DeviceJson.read(json.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no device model")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(value = {"''", "{", "[]", "null", "3", "{}", "{} {}"})
  void textThatIsNoModelIsRefused(String text) {
    assertThatThrownBy(() -> DeviceJson.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
