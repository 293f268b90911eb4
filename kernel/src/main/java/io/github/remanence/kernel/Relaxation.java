package io.github.remanence.kernel;

/**
 * What happens to conductances between updates, without pulses.
 *
 * <p>The result is brought into the window. Stuck devices (factor 0 on pulses) stay as they are. A
 * conductance that is not finite becomes NaN.
 *
 * <p><b>Accuracy.</b> 2 ulp of the larger end of the window against the equation with the normal
 * number that was drawn.
 */
public final class Relaxation {

  private final double change;
  private final double rest;
  private final double spread;

  private Relaxation(double change, double rest, double spread) {
    this.change = Require.finite("the change of a relaxation", change);
    this.rest = Require.finite("the value of rest", rest);
    this.spread = Require.finite("sigma", spread);
  }

  /**
   * Devices decay towards a value of rest: G' = rest + (G - rest) exp(-lifetimes).
   *
   * @param rest in the device's unit
   * @param lifetimes how many lifetimes pass, not negative
   */
  public static Relaxation decay(double rest, double lifetimes) {
    return new Relaxation(Math.expm1(-Require.notNegative("lifetimes", lifetimes)), rest, 0);
  }

  /**
   * Devices drift by a power of the time since they were written, as phase-change memory does: G' =
   * G (to / from)^-exponent.
   *
   * @param from the time since they were written, in any unit, positive
   * @param to the time when the drift ends, in the same unit, not before
   * @param exponent 0 is no drift; 0.05 is usual for phase-change memory
   */
  public static Relaxation drift(double from, double to, double exponent) {
    if (!(from > 0 && to >= from)) {
      throw new IllegalArgumentException(
          "a drift goes from a positive time to a later one, was from %s to %s"
              .formatted(from, to));
    }
    return new Relaxation(Math.expm1(-exponent * Math.log(to / from)), 0, 0);
  }

  /**
   * Devices diffuse: G' = G + sigma xi, with xi a standard normal number. After a time t of a
   * random walk sigma is sqrt(t) times that of a unit of time.
   *
   * @param sigma in the device's unit, not negative
   */
  public static Relaxation diffusion(double sigma) {
    return new Relaxation(0, 0, Require.notNegative("sigma", sigma));
  }

  /** Whether it takes random numbers. */
  public boolean draws() {
    return spread != 0;
  }

  float change() {
    return (float) change;
  }

  float rest() {
    return (float) rest;
  }

  float spread() {
    return (float) spread;
  }
}
