package io.github.remanence.kernel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.field.FieldState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of docs/devices.md against the presets: every one is there with its citation, and is
 * what the tool's own formula makes of the numbers in the table.
 */
class DeviceTablesTest {

  private static final int NAME = 0;

  private static List<List<String>> rows(String headerStart) {
    try {
      List<String> lines = Files.readAllLines(Path.of("..", "docs", "devices.md"));
      int header = 0;
      while (!lines.get(header).startsWith(headerStart)) {
        header++;
      }
      List<List<String>> rows = new ArrayList<>();
      for (int i = header + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
        String cells = lines.get(i).replace("`", "");
        rows.add(Stream.of(cells.substring(1).split("\\|")).map(String::strip).toList());
      }
      return rows;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<List<String>> aihwkit() {
    return rows("| preset | class |");
  }

  static List<List<String>> aihwkitExpSteps() {
    return rows("| preset of the exp step |");
  }

  static List<List<String>> neurosim() {
    return rows("| preset | `NL_LTP` |");
  }

  static List<List<String>> querlioz() {
    return rows("| preset | alpha+ |");
  }

  private static DeviceModel preset(List<String> row) {
    return Presets.named(row.get(NAME)).orElseThrow();
  }

  private static double number(List<String> row, int column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void everyPresetIsInTheTableWithItsSource() {
    assertThat(rows("| name | source |"))
        .isEqualTo(Presets.all().stream().map(p -> List.of(p.name(), p.source())).toList());
  }

  @Test
  void everyPresetOfAToolIsInTheTableOfItsNumbers() {
    List<String> told =
        Stream.of(aihwkit(), aihwkitExpSteps(), neurosim(), querlioz())
            .flatMap(List::stream)
            .map(row -> row.get(NAME))
            .toList();
    assertThat(Presets.all().stream().map(DeviceModel::name).filter(n -> !n.startsWith("bernard")))
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void everyPresetCanBeUpdated() {
    for (DeviceModel preset : Presets.all()) {
      assertThat(UpdatePlan.of(preset, FieldState.at(0)).curve()).isEqualTo(preset.zeroField());
    }
  }

  @ParameterizedTest
  @MethodSource("aihwkit")
  void theDevicesOfAihwkitAreWhatItsFormulasSay(List<String> row) {
    AihwkitLaws laws =
        new AihwkitLaws(number(row, 2), number(row, 3), number(row, 4), number(row, 5));
    PulseLaw law =
        switch (row.get(1)) {
          case "ConstantStep" -> laws.constantStep();
          case "LinearStep" -> laws.linearStep(number(row, 6), number(row, 7));
          case "SoftBoundsReference" -> laws.softBoundsReference(0, false);
          default -> throw new AssertionError("no law for " + row);
        };
    ToolComparison.assertSame(preset(row).zeroField(), law);
  }

  @ParameterizedTest
  @MethodSource("aihwkit")
  void theNoiseOfAihwkitIsThatOfTheTable(List<String> row) {
    NonIdealities found = preset(row).nonIdealities();
    CycleNoise noise = found.cycleNoise();
    boolean multiplicative = row.get(9).equals("yes");
    double dwMin = number(row, 2);
    double range = number(row, 4) - number(row, 5);
    assertThat(noise.convention())
        .isEqualTo(
            multiplicative ? CycleNoise.Convention.PER_STEP : CycleNoise.Convention.RANGE_SQRT_N);
    assertThat(noise.mode()).isEqualTo(CycleNoise.Mode.PULSE_BY_PULSE);
    assertThat(noise.sigma())
        .isCloseTo(number(row, 8) * (multiplicative ? 1 : dwMin / range), within(1e-15));
    Spread.Law law = row.get(11).equals("yes") ? Spread.Law.LOG_NORMAL : Spread.Law.ABSOLUTE_NORMAL;
    assertThat(found.variation())
        .isEqualTo(DeviceVariation.ofPulses(new Spread(law, number(row, 10))));
  }

  @ParameterizedTest
  @MethodSource("aihwkitExpSteps")
  void theExpStepsOfAihwkitAreWhatItsFormulaSays(List<String> row) {
    PulseLaw law =
        new AihwkitLaws(number(row, 1), number(row, 2), number(row, 3), number(row, 4))
            .expStep(
                number(row, 5),
                number(row, 6),
                number(row, 7),
                number(row, 8),
                number(row, 9),
                number(row, 10));
    ToolComparison.assertSame(preset(row).zeroField(), law);
    assertThat(preset(row).nonIdealities())
        .isEqualTo(
            new NonIdealities(
                AihwkitDevice.variation(Spread.Law.ABSOLUTE_NORMAL, number(row, 12)),
                row.get(11).isEmpty()
                    ? CycleNoise.NONE
                    : AihwkitDevice.multiplicativeNoise(number(row, 11)),
                0,
                PulseRounding.NONE,
                0,
                0));
  }

  @ParameterizedTest
  @MethodSource("neurosim")
  void theDevicesOfNeurosimAreWhatItsFormulaSays(List<String> row) {
    double max = quotient(row.get(5), Double.NaN);
    double min = quotient(row.get(6), max);
    PulseLaw law =
        new NeurosimLaw(
            NeurosimLaw.normalisedOf(number(row, 1)),
            NeurosimLaw.normalisedOf(number(row, 2)),
            Integer.parseInt(row.get(3)),
            Integer.parseInt(row.get(4)),
            min,
            max);
    DeviceCurve curve = preset(row).zeroField();
    assertThat(curve.maxConductance()).isEqualTo(max);
    assertThat(curve.minConductance()).isEqualTo(min);
    ToolComparison.assertSame(curve, law);
  }

  /** A number, or "1 / Ron", or "Gmax / ratio". */
  private static double quotient(String cell, double max) {
    String[] parts = cell.split(" / ", -1);
    if (parts.length == 1) {
      return Double.parseDouble(cell);
    }
    double over = parts[0].equals("Gmax") ? max : Double.parseDouble(parts[0]);
    return over / Double.parseDouble(parts[1]);
  }

  @ParameterizedTest
  @MethodSource("neurosim")
  void theNoiseOfNeurosimIsThatOfTheTable(List<String> row) {
    NonIdealities found = preset(row).nonIdealities();
    CycleNoise noise =
        row.get(7).isEmpty()
            ? CycleNoise.NONE
            : new CycleNoise(
                CycleNoise.Convention.valueOf(row.get(8)),
                number(row, 7),
                CycleNoise.Mode.AGGREGATE);
    assertThat(found).isEqualTo(NonIdealities.NONE.withCycleNoise(noise));
  }

  @ParameterizedTest
  @MethodSource("querlioz")
  void theDeviceOfQuerliozIsWhatItsEquationSays(List<String> row) {
    ToolComparison.assertSame(
        preset(row).zeroField(),
        QuerliozDeviceTest.law(
            number(row, 1),
            number(row, 2),
            number(row, 3),
            number(row, 4),
            number(row, 5),
            number(row, 6)));
  }
}
