package io.github.remanence.bench.peer;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;

/**
 * The published device in a field, as the closed form wants it: the asymptote gInf of a polarity,
 * and its log rate l = -nu / P, so that n pulses leave exp(n l) of the way to the asymptote.
 *
 * <p>This is exact on paper, and loses its digits as nu goes to 0 and the asymptote to infinity.
 *
 * @param curve its window and nonlinearities
 * @param potentiationPulses P+
 * @param depressionPulses P-
 */
record PeerDevice(DeviceCurve curve, double potentiationPulses, double depressionPulses) {

  static PeerDevice bernard2025(double field) {
    DeviceModel model = Presets.bernard2025();
    return new PeerDevice(
        model.curveIn(FieldState.at(field)), model.potentiationPulses(), model.depressionPulses());
  }

  /** The same window, with both nonlinearities multiplied. */
  PeerDevice withNonlinearityTimes(double factor) {
    DeviceCurve other =
        new DeviceCurve(
            curve.minConductance(),
            curve.maxConductance(),
            factor * curve.potentiationNonlinearity(),
            factor * curve.depressionNonlinearity());
    return new PeerDevice(other, potentiationPulses, depressionPulses);
  }

  double upperAsymptote() {
    return curve.minConductance() + curve.range() / -Math.expm1(-curve.potentiationNonlinearity());
  }

  double potentiationLogRate() {
    return -curve.potentiationNonlinearity() / potentiationPulses;
  }

  double lowerAsymptote() {
    return curve.maxConductance() - curve.range() / -Math.expm1(-curve.depressionNonlinearity());
  }

  double depressionLogRate() {
    return -curve.depressionNonlinearity() / depressionPulses;
  }

  /** All that the loops want to know, in the order of their {@code struct Device}. */
  float[] inClosedForm() {
    double linearStep = curve.range() / depressionPulses;
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
