package io.github.remanence.kernel.device;

import java.util.List;

/**
 * One pulse without noise, as aihwkit computes it: {@code update_once} of {@code
 * src/rpucuda/rpu_*_device.cpp}, with its parameters under their own names. Written for the
 * comparison from those formulas, in double and in the weight w; nothing of the product is used.
 *
 * @param dwMin dw_min
 * @param upDown up_down
 * @param wMax w_max
 * @param wMin w_min
 */
record AihwkitLaws(double dwMin, double upDown, double wMax, double wMin) {

  private double scaleUp() {
    return (upDown > 0 ? 1 : 1 + upDown) * dwMin;
  }

  private double scaleDown() {
    return (upDown > 0 ? 1 - upDown : 1) * dwMin;
  }

  private double clip(double w) {
    return Math.min(Math.max(w, wMin), wMax);
  }

  PulseLaw constantStep() {
    return (w, up) -> clip(up ? w + scaleUp() : w - scaleDown());
  }

  PulseLaw linearStep(double gammaUp, double gammaDown) {
    double slopeUp = wMax == 0 ? 0 : -gammaUp * scaleUp() / wMax;
    double slopeDown = wMin == 0 ? 0 : -gammaDown * scaleDown() / wMin;
    return (w, up) -> clip(up ? w + (slopeUp * w + scaleUp()) : w - (slopeDown * w + scaleDown()));
  }

  PulseLaw softBoundsReference(double referenceMean, boolean subtractSymmetryPoint) {
    double symmetryPoint = (scaleUp() - scaleDown()) / (scaleUp() / wMax - scaleDown() / wMin);
    double reference = referenceMean + (subtractSymmetryPoint ? symmetryPoint : 0);
    return (w, up) -> {
      double sum = w + reference;
      double moved = up ? sum + scaleUp() * (1 - sum / wMax) : sum - scaleDown() * (1 - sum / wMin);
      return clip(moved) - reference;
    };
  }

  PulseLaw expStep(double aUp, double aDown, double gammaUp, double gammaDown, double a, double b) {
    return (w, up) -> {
      double z = 2 * w / (wMax - wMin) * a + b;
      return clip(
          up
              ? w + Math.max(1 - aUp * Math.exp(gammaUp * z), 0) * scaleUp()
              : w - Math.max(1 - aDown * Math.exp(gammaDown * -z), 0) * scaleDown());
    };
  }

  PulseLaw powStep(double powGamma, double powUpDown) {
    double gammaUp = (powUpDown > 0 ? 1 : 1 + powUpDown) * powGamma;
    double gammaDown = (powUpDown > 0 ? 1 - powUpDown : 1) * powGamma;
    double range = wMax - wMin;
    return (w, up) ->
        clip(
            up
                ? w + scaleUp() * Math.pow((wMax - w) / range, gammaUp)
                : w - scaleDown() * Math.pow((w - wMin) / range, gammaDown));
  }

  PulseLaw piecewiseStep(List<Double> piecewiseUp, List<Double> piecewiseDown) {
    int sections = piecewiseUp.size() - 1;
    return (w, up) -> {
      double scaled = Math.max((w - wMin) / (wMax - wMin) * sections, 0);
      int index = Math.min((int) scaled, sections - 1);
      double t = Math.min(scaled - index, 1);
      List<Double> factors = up ? piecewiseUp : piecewiseDown;
      double factor = (1 - t) * factors.get(index) + t * factors.get(index + 1);
      return clip(up ? w + factor * scaleUp() : w - factor * scaleDown());
    };
  }
}
