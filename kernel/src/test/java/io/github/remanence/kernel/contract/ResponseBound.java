package io.github.remanence.kernel.contract;

import io.github.remanence.reference.ReferenceDevice;

/**
 * The stated accuracy of an update of any response family: 2 ulp of the larger end of the window,
 * plus 4e-7 of what one pulse does at most, plus 1e-6 of the step and 6e-8 of it for each pulse:
 * the rounding of one addition.
 */
final class ResponseBound {

  private ResponseBound() {}

  static double allowed(ReferenceDevice device, double before, double n, double exact) {
    double end = Math.max(Math.abs(device.minConductance()), Math.abs(device.maxConductance()));
    return 2 * Math.ulp((float) end)
        + (1e-6 + 6e-8 * Math.abs(n)) * Math.abs(exact - before)
        + 4e-7 * device.largestPulse();
  }
}
