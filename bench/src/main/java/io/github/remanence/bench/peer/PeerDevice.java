package io.github.remanence.bench.peer;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;

/**
 * The published device in a field, as the closed form wants it: the asymptote gInf of a polarity,
 * and its log rate l = -nu / P, so that n pulses leave exp(n l) of the way to the asymptote.
 *
 * <p>This is exact on paper, and loses its digits as nu goes to 0 and the asymptote to infinity.
 *
 * @param curve its window and responses
 * @param potentiation its response to potentiation
 * @param depression its response to depression
 */
record PeerDevice(DeviceCurve curve, Exponential potentiation, Exponential depression) {

  static PeerDevice bernard2025(double field) {
    return of(Presets.bernard2025().curveIn(FieldState.at(field)));
  }

  private static PeerDevice of(DeviceCurve curve) {
    return new PeerDevice(
        curve, (Exponential) curve.potentiation(), (Exponential) curve.depression());
  }

  /** The same window, with both nonlinearities multiplied. */
  PeerDevice withNonlinearityTimes(double factor) {
    return of(
        new DeviceCurve(
            curve.minConductance(),
            curve.maxConductance(),
            new Exponential(factor * potentiation.nonlinearity(), potentiation.pulses()),
            new Exponential(factor * depression.nonlinearity(), depression.pulses())));
  }

  double upperAsymptote() {
    return curve.minConductance() + curve.range() / -Math.expm1(-potentiation.nonlinearity());
  }

  double potentiationLogRate() {
    return -potentiation.nonlinearity() / potentiation.pulses();
  }

  double lowerAsymptote() {
    return curve.maxConductance() - curve.range() / -Math.expm1(-depression.nonlinearity());
  }

  double depressionLogRate() {
    return -depression.nonlinearity() / depression.pulses();
  }

  /** All that the loops want to know, in the order of their {@code struct Device}. */
  float[] inClosedForm() {
    double linearStep = curve.range() / depression.pulses();
    return new float[] {
      (float) upperAsymptote(),
      (float) potentiationLogRate(),
      (float) lowerAsymptote(),
      (float) depressionLogRate(),
      (float) linearStep,
      (float) curve.minConductance(),
      (float) curve.maxConductance()
    };
  }
}
