package io.github.remanence.fit;

import io.github.remanence.kernel.device.Response;

/**
 * One number for how far a response is from linear, whatever its family: the nonlinearity nu of the
 * exponential response that has come as far after half its pulses. 0 is linear, above 0 saturates.
 *
 * <p>With m the part of the way done at half the pulses, m = 1 / (1 + exp(-nu / 2)), so nu = 2 ln(m
 * / (1 - m)).
 */
final class Bend {

  private static final double MOST = 60;

  private Bend() {}

  /**
   * The bend over a number of pulses, in [-60, 60].
   *
   * @param pulses P
   */
  static double of(Response response, double pulses) {
    double half = Progress.after(response, pulses / 2) / Progress.after(response, pulses);
    return Math.clamp(2 * Math.log(half / (1 - half)), -MOST, MOST);
  }
}
