package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * The update of a device that gets its own number of pulses.
 *
 * @param potentiation coefficients for n &gt; 0
 * @param depression coefficients for n &lt; 0
 * @param deadZone fewer pulses do nothing; at least the smallest float, so that 0 pulses are fewer
 * @param min lower end of the window
 * @param max upper end of the window
 */
public record PulseStep(
    Polarity potentiation, Polarity depression, float deadZone, float min, float max)
    implements CountedDevice {

  /** Compiles a device on a curve; P pulses of a polarity span the window. */
  public static PulseStep of(ExponentialCurve curve, double up, double down) {
    return new PulseStep(
        Polarity.potentiation(curve, up),
        Polarity.depression(curve, down),
        Float.MIN_VALUE,
        (float) curve.minConductance(),
        (float) curve.maxConductance());
  }

  /** A device that no pulses move, and that is only brought into its window. */
  public static PulseStep still(double minConductance, double maxConductance) {
    Polarity still = new Polarity(0, 0, 0, 0, 0, 0);
    return new PulseStep(
        still, still, Float.MIN_VALUE, (float) minConductance, (float) maxConductance);
  }

  @Override
  public void count(
      RangeKernel backend,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to,
      long row,
      long col) {
    backend.counted(this, scale, counts, firstCount, conductances, from, to);
  }

  @Override
  public boolean isRowless() {
    return true;
  }

  @Override
  public PulseStep withDeadZone(float pulses) {
    return new PulseStep(potentiation, depression, Math.max(pulses, deadZone), min, max);
  }

  /** Whether no pulse of either polarity does more than the one before. */
  public boolean saturates() {
    return potentiation.saturates() && depression.saturates();
  }

  /** Whether pulses of both polarities are linear, so that e needs no exponential. */
  public boolean isLinear() {
    return potentiation.isLinear() && depression.isLinear();
  }
}
