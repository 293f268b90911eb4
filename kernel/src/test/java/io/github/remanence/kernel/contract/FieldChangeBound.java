package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.FieldChange;
import io.github.remanence.reference.ReferenceDevice;

/**
 * The stated accuracy of a change of field at constant pulse coordinate: what one ulp of the stored
 * value makes of the result, plus 1.5 ulp of the result, plus 1e-6 of the new window (1 + |nu|
 * times that if the new curve speeds up).
 */
final class FieldChangeBound {

  private static final double ULPS = 1.5;
  private static final double OF_WINDOW = 1e-6;

  private FieldChangeBound() {}

  private static double nonlinearity(ReferenceDevice device) {
    return ((ExponentialResponse) device.depression()).nonlinearity();
  }

  static void check(ReferenceDevice from, ReferenceDevice to, float[] before, float[] after) {
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.length; i++) {
      double exact = through(before[i], from, to);
      double allowed =
          conditioning(before[i], from, to)
              + ULPS * Math.ulp((float) exact)
              + OF_WINDOW * (1 + Math.max(0, -nonlinearity(to))) * to.range();
      if (!(Math.abs(after[i] - exact) <= allowed)) {
        fail(
            "from %s to %s: device %d, g = %s, exact %s, got %s, allowed %s",
            from, to, i, before[i], exact, after[i], allowed);
      }
    }
  }

  private static double conditioning(float g, ReferenceDevice from, ReferenceDevice to) {
    double exact = through(g, from, to);
    double up = Math.abs(through(Math.nextUp(g), from, to) - exact);
    double down = Math.abs(through(Math.nextDown(g), from, to) - exact);
    return Math.max(up, down);
  }

  private static double through(double g, ReferenceDevice from, ReferenceDevice to) {
    return FieldChange.KEEP_PULSES.apply(g, from, to);
  }
}
