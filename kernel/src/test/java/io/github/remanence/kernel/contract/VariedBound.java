package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.fail;

import io.github.remanence.reference.ReferenceDevice;

/**
 * The stated accuracy of an update of a device with factors of its own: 2 ulp of the larger end of
 * its window plus 1e-6 of the step.
 */
final class VariedBound {

  private static final double ULPS = 2;
  private static final double OF_STEP = 1e-6;

  private VariedBound() {}

  static void check(ReferenceDevice device, float before, float n, float after) {
    double exact = device.update(before, n);
    double allowed = allowed(device, before, exact);
    if (!(Math.abs(after - exact) <= allowed)) {
      fail(
          "%s: g = %s, n = %s, exact %s, got %s: %s of the bound",
          device, before, n, exact, after, Math.abs(after - exact) / allowed);
    }
  }

  static double allowed(ReferenceDevice device, float before, double exact) {
    double end = Math.max(Math.abs(device.minConductance()), Math.abs(device.maxConductance()));
    return ULPS * Math.ulp((float) end) + OF_STEP * Math.abs(exact - before);
  }
}
