package io.github.remanence.kernel;

/**
 * Devices that are written with noise: a hidden conductance takes the pulses, and another shows,
 * which is the hidden one and sigma times a normal number. What shows of a device is drawn anew
 * whenever its hidden conductance changes, and stays until it does; pulses at an end of the window
 * that change nothing draw nothing.
 *
 * <p>What shows is not clamped: it may lie outside the window by some sigma. So noise of one
 * writing is gone with the next, as it is in devices whose programming is verified against a hidden
 * state (write noise of aihwkit).
 */
public final class HiddenConductances {

  private final Crossbar hidden;
  private final Crossbar shown;
  private final double sigma;

  private HiddenConductances(Crossbar hidden, Crossbar shown, double sigma) {
    this.hidden = hidden;
    this.shown = shown;
    this.sigma = sigma;
  }

  /**
   * Hidden conductances and what shows of them.
   *
   * @param hidden what takes the pulses
   * @param shown what shows, of the same shape, in other memory
   * @param sigma of the write noise in the device's unit, finite and not negative
   * @throws IllegalArgumentException if the shapes differ or the memory is the same
   */
  public static HiddenConductances of(Crossbar hidden, Crossbar shown, double sigma) {
    if (hidden.rows() != shown.rows() || hidden.cols() != shown.cols()) {
      throw new IllegalArgumentException(
          "hidden conductances and what shows have one shape, these are a %s and a %s"
              .formatted(hidden, shown));
    }
    if (hidden.sharesMemory(shown)) {
      throw new IllegalArgumentException(
          "hidden conductances and what shows share memory: they must be two");
    }
    return new HiddenConductances(hidden, shown, Require.notNegative("sigma", sigma));
  }

  /** What takes the pulses. */
  public Crossbar hidden() {
    return hidden;
  }

  /** What shows. */
  public Crossbar shown() {
    return shown;
  }

  double sigma() {
    return sigma;
  }
}
