package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.contract.ResponseCases.Device;

/**
 * The stated accuracy of an update of any response family: 2 ulp of the larger end of the window,
 * plus 4e-7 of what one pulse does at most, plus 1e-6 of the step and 6e-8 of it for each pulse:
 * the rounding of one addition.
 */
final class ResponseBound {

  private ResponseBound() {}

  static double allowed(Device device, float before, double n, double exact) {
    double min = device.curve().minConductance();
    double max = device.curve().maxConductance();
    return 2 * Math.ulp((float) Math.max(Math.abs(min), Math.abs(max)))
        + (1e-6 + 6e-8 * Math.abs(n)) * Math.abs(exact - before)
        + 4e-7 * device.exact().largestPulse();
  }
}
