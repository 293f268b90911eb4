package io.github.remanence.kernel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Backends;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.Workers;
import io.github.remanence.kernel.field.FieldState;
import java.util.Arrays;

/** Holds a curve against the law of the tool whose parameters it was made from. */
final class ToolComparison {

  /** Places in the window: not a multiple of any vector width. */
  private static final int PLACES = 67;

  private static final int[] COUNTS = {1, 5, 31};

  /** Of the window, for arithmetic in double on both sides. */
  private static final double IN_DOUBLE = 1e-12;

  /** Of the step, for a loop of 31 pulses in float32. */
  private static final double OF_STEP = 4e-6;

  private ToolComparison() {}

  /** From all over the window, up and down, by 1, 5 and 31 pulses: in double and on backends. */
  static void assertSame(DeviceCurve curve, PulseLaw tool) {
    for (int pulses : COUNTS) {
      for (boolean up : new boolean[] {true, false}) {
        assertSameResponse(curve, tool, up, pulses);
        for (Backend backend : Backends.OF_THE_HOST) {
          assertThat(backend.missing()).isEmpty();
          assertSameUpdate(curve, tool, up, pulses, backend);
        }
      }
    }
  }

  private static void assertSameResponse(DeviceCurve curve, PulseLaw tool, boolean up, int pulses) {
    Response response = up ? curve.potentiation() : curve.depression();
    double largest = 0;
    for (int i = 0; i < PLACES; i++) {
      double u = i / (PLACES - 1.0);
      double w = curve.minConductance() + u * curve.range();
      double wanted = (tool.after(w, up, pulses) - w) / curve.range() * (up ? 1 : -1);
      double progress = up ? u : 1 - u;
      double found = Math.min(response.move(progress, pulses), 1 - progress);
      assertThat(found)
          .as("%d pulses %s from %s of %s", pulses, up ? "up" : "down", u, response)
          .isCloseTo(wanted, within(IN_DOUBLE));
      largest = Math.max(largest, wanted);
    }
    assertThat(largest).as("the effect").isGreaterThan(1e6 * IN_DOUBLE);
  }

  private static void assertSameUpdate(
      DeviceCurve curve, PulseLaw tool, boolean up, int pulses, Backend backend) {
    float[] values = new float[PLACES];
    for (int i = 0; i < PLACES; i++) {
      values[i] = (float) (curve.minConductance() + i / (PLACES - 1.0) * curve.range());
    }
    float[] before = values.clone();
    UpdatePlan plan =
        UpdatePlan.of(DeviceModel.of("tool", "its formula", "a.u.", curve), FieldState.at(0));
    byte[] counts = new byte[PLACES];
    Arrays.fill(counts, (byte) (up ? pulses : -pulses));
    Backends.alone(backend, Workers.callingThread())
        .apply(plan, Pulses.int8(counts, 1, PLACES), Crossbar.wrap(values, 1, PLACES));
    double end = Math.max(Math.abs(curve.minConductance()), Math.abs(curve.maxConductance()));
    double rounding = 2 * Math.ulp((float) end);
    double largest = 0;
    for (int i = 0; i < PLACES; i++) {
      double wanted = tool.after(before[i], up, pulses);
      double step = Math.abs(wanted - before[i]);
      assertThat((double) values[i])
          .as("%d pulses %s from %s, %s", pulses, up ? "up" : "down", before[i], backend)
          .isCloseTo(wanted, within(rounding + OF_STEP * step));
      largest = Math.max(largest, step);
    }
    assertThat(largest).as("the effect").isGreaterThan(100 * rounding);
  }
}
