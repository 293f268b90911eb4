package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.remanence.reference.ReferenceDevice;

/** The stated accuracy of an update: 1.5 ulp of the stored value plus 4e-7 of the step. */
final class UpdateBound {

  static final double ULPS = 1.5;
  static final double OF_STEP = 4e-7;

  private UpdateBound() {}

  /** Error of one updated device in units of what is allowed; NaN if either value is NaN. */
  static double share(float before, float after, double exact) {
    return Math.abs(after - exact) / allowed(before, exact);
  }

  static double allowed(float before, double exact) {
    return ULPS * Math.ulp((float) exact) + OF_STEP * Math.abs(exact - before);
  }

  static void check(ReferenceDevice device, float[] before, CountOf counts, float[] after) {
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.length; i++) {
      double exact = device.update(before[i], counts.at(i));
      double share = share(before[i], after[i], exact);
      if (!(share <= 1)) {
        fail(
            "%s: device %d, g = %s, n = %s, exact %s, got %s: %s of the bound",
            device, i, before[i], counts.at(i), exact, after[i], share);
      }
    }
  }

  /** The pulses of a device. */
  interface CountOf {
    double at(int device);
  }
}
