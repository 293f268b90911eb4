package io.github.remanence.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Spread;
import io.github.remanence.kernel.device.Spread.Law;
import io.github.remanence.kernel.device.StuckDevices;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.device.Tabulated.Point;
import io.github.remanence.kernel.field.Linearisation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    DeviceCurve curve =
        new DeviceCurve(
            1e-6 / 3, 9e-6, new Exponential(0.1 + 0.2, 27.1), new Exponential(-1e-9, 1 / 3.0));
    DeviceModel model = new DeviceModel("a \"b\" é", "lab", "S", curve, curve, law, 0.25);
    assertThat(DeviceJson.read(DeviceJson.write(model))).isEqualTo(model);
  }

  /** Every family, and numbers that no decimal says exactly. */
  static List<Response> responses() {
    return List.of(
        new Exponential(0.1 + 0.2, 27.1),
        new ExponentialStep(1 / 3.0, 0.1, -1 / 7.0),
        new ExponentialInConductance(1 / 3.0, 1 / 7.0),
        new PowerStep(1 / 3.0, 1 / 7.0),
        new PiecewiseStep(List.of(0.1, 1 / 3.0, 0.0)),
        new Tabulated(List.of(new Point(0, 0), new Point(1 / 3.0, 1 / 7.0), new Point(2, 1))),
        new Ranged(new PowerStep(0.1, 2), 1 / 7.0, 1));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void everyFamilyComesBackToTheLastBit(Response response) {
    DeviceCurve curve = new DeviceCurve(0, 1, response, new Exponential(0, 27));
    DeviceModel model = DeviceModel.of("x", "lab", "S", curve);
    assertThat(DeviceJson.read(DeviceJson.write(model))).isEqualTo(model);
  }

  @Test
  void aResponseOfAClassOfTheUsersIsNotWritten() {
    Response own = progress -> 0.1;
    DeviceModel model = DeviceModel.of("x", "lab", "S", new DeviceCurve(0, 1, own, own));
    assertThatThrownBy(() -> DeviceJson.write(model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'x'")
        .hasMessageContaining("has no name in a file");
  }

  @ParameterizedTest
  @MethodSource("nonIdealities")
  void nonIdealitiesComeBackToTheLastBit(NonIdealities nonIdealities) {
    DeviceModel model = Presets.bernard2025().with(nonIdealities);
    assertThat(DeviceJson.read(DeviceJson.write(model))).isEqualTo(model);
  }

  /** Every law, every choice, and no number that another place has too. */
  static List<NonIdealities> nonIdealities() {
    DeviceVariation variation =
        new DeviceVariation(
            new Spread(Law.ABSOLUTE_NORMAL, 0.1 + 0.2),
            new Spread(Law.LOG_NORMAL, 1 / 7.0),
            new Spread(Law.NORMAL, 1e-300),
            new Spread(Law.NORMAL, 0.03),
            new Spread(Law.LOG_NORMAL, 0),
            /* samePolarities= */ false,
            new StuckDevices(1 / 3.0, 0.25, 0.75));
    return List.of(
        NonIdealities.NONE,
        new NonIdealities(
            variation,
            new CycleNoise(Convention.RANGE_SQRT_N, 0.7, Mode.PULSE_BY_PULSE),
            1 / 11.0,
            PulseRounding.STOCHASTIC,
            0.015,
            1.5e-6),
        NonIdealities.NONE.withCycleNoise(new CycleNoise(Convention.RANGE, 2, Mode.AGGREGATE)),
        new NonIdealities(DeviceVariation.NONE, CycleNoise.NONE, 0, PulseRounding.NEAREST, 0, 0));
  }

  @Test
  void anIdealDeviceWritesNoNonIdealitiesAndAFileWithoutThemIsOne() {
    String json = DeviceJson.write(Presets.bernard2025());
    assertThat(json).doesNotContain("nonIdealities");
    assertThat(DeviceJson.read(json).nonIdealities()).isEqualTo(NonIdealities.NONE);
  }

  @Test
  void choicesAreWrittenInLowerCaseWithHyphens() {
    String json = DeviceJson.write(Presets.bernard2025().with(nonIdealities().get(1)));
    assertThat(json)
        .contains("\"law\" : \"absolute-normal\"", "\"law\" : \"log-normal\"")
        .contains("\"convention\" : \"range-sqrt-n\"", "\"mode\" : \"pulse-by-pulse\"")
        .contains("\"rounding\" : \"stochastic\"");
  }

  /** Everything but what is there is as in an ideal device. */
  @Test
  void everyPartOfTheNonIdealitiesMayBeLeftOut() {
    assertThat(with("{}")).isEqualTo(NonIdealities.NONE);
    assertThat(with("{ \"variation\": { \"pulses\": {} }, \"cycleNoise\": {} }"))
        .isEqualTo(NonIdealities.NONE);
    Spread pulses = new Spread(Law.ABSOLUTE_NORMAL, 0.2);
    assertThat(
            with(
                """
                { "deadZone": 0.1,
                  "variation": { "pulses": { "law": "absolute-normal", "sigma": 0.2 } } }
                """))
        .isEqualTo(
            new NonIdealities(
                DeviceVariation.ofPulses(pulses), CycleNoise.NONE, 0.1, PulseRounding.NONE, 0, 0));
    assertThat(with("{ \"cycleNoise\": { \"sigma\": 0.3 } }"))
        .isEqualTo(
            NonIdealities.NONE.withCycleNoise(
                new CycleNoise(Convention.PER_STEP, 0.3, Mode.AGGREGATE)));
    assertThat(with("{ \"variation\": { \"stuck\": { \"probability\": 0.5 } } }"))
        .extracting(NonIdealities::variation)
        .extracting(DeviceVariation::stuck)
        .isEqualTo(new StuckDevices(0.5, 0, 1));
  }

  private static NonIdealities with(String nonIdealities) {
    return DeviceJson.read(jsonWith(nonIdealities)).nonIdealities();
  }

  private static String jsonWith(String nonIdealities) {
    String json = DeviceJson.write(Presets.bernard2025()).stripTrailing();
    assertThat(json).endsWith("}");
    return json.substring(0, json.length() - 1) + ", \"nonIdealities\": " + nonIdealities + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | a device model needs 'nonIdealities'",
        "3 | nonIdealities",
        "{ \"deadZone\": -1 } | deadZone must be finite and not negative, was -1.0",
        "{ \"deadZone\": null } | deadZone",
        "{ \"deadzone\": 1 } | 'deadzone'",
        "{ \"drawsInUpdates\": true } | 'drawsInUpdates'",
        "{ \"none\": true } | 'none'",
        "{ \"readNoise\": 1e999 } | readNoise",
        "{ \"rounding\": \"STOCHASTIC\" } | [none, stochastic, nearest]",
        "{ \"rounding\": 1 } | rounding",
        "{ \"rounding\": null } | need 'variation', 'cycleNoise' and 'rounding'",
        "{ \"cycleNoise\": { \"convention\": \"per step\" } } | per-step",
        "{ \"cycleNoise\": { \"mode\": \"single\" } } | pulse-by-pulse",
        "{ \"cycleNoise\": { \"sigma\": 1001 } } | must be in [0, 1000.0], was 1001",
        "{ \"variation\": { \"pulses\": { \"law\": \"gauss\" } } } | absolute-normal",
        "{ \"variation\": { \"pulses\": { \"law\": null } } } | a spread needs a 'law'",
        "{ \"variation\": { \"pulses\": { \"sigma\": -0.1 } } } | in [0, 10.0], was -0.1",
        "{ \"variation\": { \"min\": null } } | a device variation needs",
        "{ \"variation\": { \"stuck\": { \"probability\": 2 } } } | in [0, 1], was 2",
      })
  void mistakesInNonIdealitiesAreNamedWithTheirPlace(String nonIdealities, String message) {
    String json = jsonWith(nonIdealities);
    assertThatThrownBy(() -> DeviceJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no device model")
        .hasMessageContaining(message)
        .hasMessageContaining("nonIdealities")
        .hasMessageNotContaining("-1, column");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"deadZone\": 1, \"deadZone\": 1 }",
        "{ \"variation\": { \"pulses\": { \"sigma\": 1, \"sigma\": 1 } } }",
        "{}, \"nonIdealities\": {}",
        "{}, \"retention\": 0",
      })
  void aFieldThatIsThereTwiceIsRefused(String nonIdealities) {
    String json = jsonWith(nonIdealities);
    assertThatThrownBy(() -> DeviceJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no device model")
        .hasMessageContaining("uplicate")
        .hasMessageContaining("at line 38, column");
  }

  @Test
  void thePresetReadsAsPeopleWouldWriteIt() {
    assertThat(DeviceJson.write(Presets.bernard2025()))
        .contains("\"law\" : \"clamped\"")
        .contains("\"saturationField\" : 1.0")
        .contains("\"pulses\" : 27.0");
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
        "\"family\" : \"exponential\" | \"family\" : \"linear\" | power-step",
        "\"family\" : \"exponential\", | '' | family",
        "\"nonlinearity\" : 0.0 | \"nonlinearity\" : 61 | nonlinearity must be in",
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
