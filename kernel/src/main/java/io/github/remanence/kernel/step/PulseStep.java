package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;

/**
 * The update of a device that gets its own number of pulses.
 *
 * @param potentiation coefficients for n &gt; 0
 * @param depression coefficients for n &lt; 0
 * @param deadZone fewer pulses do nothing
 * @param min lower end of the window
 * @param max upper end of the window
 */
public record PulseStep(
    Polarity potentiation, Polarity depression, float deadZone, float min, float max) {

  /** Compiles a device on a curve; P pulses of a polarity span the window. */
  public static PulseStep of(DeviceCurve curve, double up, double down) {
    return new PulseStep(
        Polarity.potentiation(curve, up),
        Polarity.depression(curve, down),
        0,
        (float) curve.minConductance(),
        (float) curve.maxConductance());
  }

  /** The same device, on which fewer pulses than these do nothing. */
  public PulseStep withDeadZone(float pulses) {
    return new PulseStep(potentiation, depression, pulses, min, max);
  }

  /** Whether no pulse of either polarity does more than the one before. */
  public boolean saturates() {
    return potentiation.saturates() && depression.saturates();
  }
}
