package io.github.remanence.reference;

import static io.github.remanence.reference.FieldChange.KEEP_PULSES;
import static io.github.remanence.reference.FieldChange.KEEP_VALUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldChangeTest {
  private static final FieldLaw LAW = Bernard2025.fieldLaw();
  private static final double[] NOT_FINITE = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  /** What rounding w does to x and to the new w; measured: 9.2e-15 pulses and 5.1e-16. */
  @Test
  void keptPulsesAgreeWithHighPrecision() {
    WorstError coordinate = new WorstError();
    WorstError value = new WorstError();
    for (GoldenRows.Row row : GoldenRows.of("keep_pulses.csv")) {
      ReferenceDevice before = LAW.at(row.number("sBefore"));
      ReferenceDevice after = LAW.at(row.number("sAfter"));
      double w = row.number("wBefore");
      coordinate.add(WorstError.between(before.pulsesTo(w), row.exact("x")), row);
      double read = KEEP_PULSES.apply(w, before, after);
      value.add(WorstError.between(read, row.exact("wAfter")), row);
    }
    coordinate.assertAtMost(2e-14);
    value.assertAtMost(2e-15);
  }

  @Test
  void removingTheFieldReadsTheLineThroughTheExponential() {
    for (double x = 0; x <= 27; x += 0.5) {
      double read = KEEP_PULSES.apply(2.742 - 0.021 * x, LAW.at(1), LAW.at(0));
      assertThat(read).isCloseTo(1.530 * Math.exp(-x / 9.741) + 0.750, within(4e-15));
    }
  }

  @Test
  void keptPulsesComeBack() {
    for (double w = 0.85; w <= 2.28; w += 0.01) {
      double on = KEEP_PULSES.apply(w, LAW.at(0), LAW.at(1));
      assertThat(KEEP_PULSES.apply(on, LAW.at(1), LAW.at(0))).isCloseTo(w, within(4e-15));
    }
  }

  @Test
  void aKeptValueStaysWhereTheNewWindowReaches() {
    assertThat(KEEP_VALUE.apply(2.2, LAW.at(0), LAW.at(1))).isEqualTo(2.2);
    assertThat(KEEP_VALUE.apply(1.0, LAW.at(0), LAW.at(1))).isEqualTo(LAW.at(1).minConductance());
    assertThat(KEEP_VALUE.apply(2.7, LAW.at(1), LAW.at(0))).isEqualTo(LAW.at(0).maxConductance());
  }

  @ParameterizedTest
  @EnumSource
  void noChangeLeavesEveryConductanceBitIdentical(FieldChange change) {
    for (double s : new double[] {0, 0.3, 1}) {
      ReferenceDevice device = LAW.at(s);
      for (int i = 0; i <= 1000; i++) {
        double w = device.clamped(device.minConductance() + device.range() * i / 1000);
        assertThat(change.apply(w, device, LAW.at(s))).isEqualTo(w);
      }
    }
  }

  @Test
  void keptPulsesFollowTheWindowAndTheDepressionCurveOnly() {
    ExponentialResponse line = new ExponentialResponse(0, 27);
    ExponentialResponse bent = new ExponentialResponse(2, 27);
    ReferenceDevice before = new ReferenceDevice(1, 3, line, line);
    ReferenceDevice otherMin = new ReferenceDevice(0, 3, line, line);
    ReferenceDevice otherMax = new ReferenceDevice(1, 5, line, line);
    ReferenceDevice otherDepression = new ReferenceDevice(1, 3, line, bent);
    ReferenceDevice otherPotentiation = new ReferenceDevice(1, 3, bent, line);
    assertThat(KEEP_PULSES.apply(2, before, otherMin)).isCloseTo(1.5, within(4e-15));
    assertThat(KEEP_PULSES.apply(2, before, otherMax)).isCloseTo(3, within(4e-15));
    double halfWay = 1 / (1 + Math.E); // u on the curve of nu = 2 after half of its pulses
    assertThat(KEEP_PULSES.apply(2, before, otherDepression))
        .isCloseTo(1 + 2 * halfWay, within(4e-15));
    for (double w = 1; w < 3; w += 0.01) {
      assertThat(KEEP_PULSES.apply(w, before, otherPotentiation)).isEqualTo(w);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConductanceOutsideEveryWindowIsBroughtIn(FieldChange change) {
    ReferenceDevice before = LAW.at(0.5);
    ReferenceDevice after = LAW.at(0.75);
    assertThat(change.apply(-9, before, after)).isCloseTo(after.minConductance(), within(1e-15));
    assertThat(change.apply(9, before, after)).isEqualTo(after.maxConductance());
    assertThat(change.apply(-9, before, before)).isEqualTo(before.minConductance());
    assertThat(change.apply(9, before, before)).isEqualTo(before.maxConductance());
  }

  @ParameterizedTest
  @EnumSource
  void aConductanceThatIsNotFiniteGivesNaN(FieldChange change) {
    for (double bad : NOT_FINITE) {
      assertThat(change.apply(bad, LAW.at(1), LAW.at(0))).isNaN();
      assertThat(change.apply(bad, LAW.at(0), LAW.at(0))).isNaN();
    }
  }
}
