package io.github.remanence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReferenceCrossbarTest {
  private static final FieldLaw LAW = Bernard2025.fieldLaw();
  private static final ReferenceDevice DEVICE = LAW.at(0);
  private static final double[][] CONDUCTANCES = {{0.9, 1.1, 1.3}, {1.7, 2.0, 2.2}};

  @Test
  void uniformPulsesReachEveryDevice() {
    double[][] updated = ReferenceCrossbar.update(DEVICE, CONDUCTANCES, -2.5);
    assertThat(updated)
        .isDeepEqualTo(
            new double[][] {
              {DEVICE.update(0.9, -2.5), DEVICE.update(1.1, -2.5), DEVICE.update(1.3, -2.5)},
              {DEVICE.update(1.7, -2.5), DEVICE.update(2.0, -2.5), DEVICE.update(2.2, -2.5)}
            });
  }

  @Test
  void eachDeviceReceivesItsOwnPulses() {
    double[][] counts = {{1, -1, 0}, {2.5, -0.5, Double.NaN}};
    double[][] updated = ReferenceCrossbar.update(DEVICE, CONDUCTANCES, counts);
    assertThat(updated).hasDimensions(2, 3);
    assertThat(updated[0]).containsExactly(DEVICE.update(0.9, 1), DEVICE.update(1.1, -1), 1.3);
    assertThat(updated[1])
        .containsExactly(DEVICE.update(1.7, 2.5), DEVICE.update(2.0, -0.5), Double.NaN);
  }

  @Test
  void aChangeOfFieldReachesEveryDevice() {
    double[][] changed =
        ReferenceCrossbar.changeField(FieldChange.KEEP_VALUE, CONDUCTANCES, DEVICE, LAW.at(1));
    double min = LAW.at(1).minConductance();
    assertThat(changed).isDeepEqualTo(new double[][] {{min, min, min}, {min, min, 2.2}});
  }

  @Test
  void theArgumentsAreLeftAlone() {
    double[][] counts = {{1, 1, 1}, {1, 1, 1}};
    ReferenceCrossbar.update(DEVICE, CONDUCTANCES, 5);
    ReferenceCrossbar.update(DEVICE, CONDUCTANCES, counts);
    assertThat(CONDUCTANCES).isDeepEqualTo(new double[][] {{0.9, 1.1, 1.3}, {1.7, 2.0, 2.2}});
    assertThat(counts).isDeepEqualTo(new double[][] {{1, 1, 1}, {1, 1, 1}});
  }

  @Test
  void countsOfAnotherShapeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceCrossbar.update(DEVICE, CONDUCTANCES, new double[3][3]))
        .withMessageContaining("2 rows of conductances, 3 of counts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceCrossbar.update(DEVICE, CONDUCTANCES, new double[2][4]))
        .withMessageContaining("3 columns of conductances, 4 of counts");
  }

  @Test
  void anEmptyCrossbarStaysEmpty() {
    assertThat(ReferenceCrossbar.update(DEVICE, new double[0][], 1)).isEmpty();
    assertThat(ReferenceCrossbar.update(DEVICE, new double[0][], new double[0][])).isEmpty();
  }
}
