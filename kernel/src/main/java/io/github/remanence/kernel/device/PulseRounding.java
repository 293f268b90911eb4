package io.github.remanence.kernel.device;

/** How a pulse generator that gives whole pulses only rounds the counts it is asked for. */
public enum PulseRounding {
  /** It gives fractional pulses: counts stay as they are. */
  NONE,
  /** To the nearest whole count, halves to the even one. */
  NEAREST,
  /**
   * Up or down by chance, so that the mean is the count: 2.3 becomes 3 in 3 of 10 cases, else 2.
   */
  STOCHASTIC
}
