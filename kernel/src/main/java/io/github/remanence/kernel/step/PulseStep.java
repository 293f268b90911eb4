package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;

/**
 * The update of devices that each get their own number of pulses.
 *
 * @param potentiation coefficients for n &gt; 0
 * @param depression coefficients for n &lt; 0
 * @param min lower end of the window
 * @param max upper end of the window
 */
public record PulseStep(Polarity potentiation, Polarity depression, float min, float max) {

  /** Compiles a device on a curve. */
  public static PulseStep of(
      DeviceCurve curve, double potentiationPulses, double depressionPulses) {
    return new PulseStep(
        Polarity.potentiation(curve, potentiationPulses),
        Polarity.depression(curve, depressionPulses),
        (float) curve.minConductance(),
        (float) curve.maxConductance());
  }
}
