package io.github.remanence.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that does less than the kernel would be an unfair one. */
class NumPyTest {

  private static final int DEVICES = 1000;

  private static NumPy started(String loop) {
    try {
      return NumPy.start("python3", loop, DEVICES);
    } catch (IllegalStateException e) {
      System.err.println("SKIPPED: " + e.getMessage());
      return abort(e.getMessage());
    }
  }

  /** In double precision by the closed form; one exponential in float errs by less than 1e-6. */
  private static double moved(double g, double n) {
    PeerDevice device = PeerDevice.bernard2025(PeerLoops.FIELD);
    double end = n > 0 ? device.upperAsymptote() : device.lowerAsymptote();
    double rate = n > 0 ? device.potentiationLogRate() : device.depressionLogRate();
    double moved = end + (g - end) * Math.exp(Math.abs(n) * rate);
    return Math.clamp(moved, device.curve().minConductance(), device.curve().maxConductance());
  }

  @ParameterizedTest
  @ValueSource(strings = {"int8", "float32"})
  void everyDeviceGoesForthAndBackAsItsCountSays(String loop) {
    try (NumPy numPy = started(loop)) {
      for (int turn = 0; turn < 2; turn++) {
        double[] before = numPy.values();
        numPy.update(1);
        double[] after = numPy.values();
        int still = 0;
        for (int i = 0; i < DEVICES; i++) {
          double n = -before[DEVICES + i]; // what comes next but one, turned round
          n = loop.equals("int8") ? n : PeerLoops.RATE * n;
          n = Math.abs(n) < PeerLoops.DEAD_ZONE ? 0 : n;
          assertThat(after[i]).isEqualTo(moved(before[i], n), within(2e-6));
          still += after[i] == before[i] ? 1 : 0;
        }
        assertThat(still).as("devices that stayed").isLessThan(DEVICES / 5);
      }
    }
  }

  @Test
  void withoutPythonItSaysWhatToInstall() {
    assertThatThrownBy(() -> NumPy.start("no-such-python", "int8", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("install python3 with NumPy, or name yours with -p python=NAME");
  }
}
