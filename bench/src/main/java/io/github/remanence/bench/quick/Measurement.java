package io.github.remanence.bench.quick;

/**
 * How long one pass over a crossbar took: the middle of many samples, and their spread.
 *
 * @param medianNs nanoseconds of a pass, the median
 * @param lowerQuartileNs a quarter of the samples were faster
 * @param upperQuartileNs a quarter of the samples were slower
 * @param devices devices in a pass
 * @param bytesPerDevice bytes that a pass must move for each device: 4 read and 4 written for its
 *     conductance, and its pulse count if it has one of its own
 */
public record Measurement(
    double medianNs,
    double lowerQuartileNs,
    double upperQuartileNs,
    long devices,
    int bytesPerDevice) {

  /** Nanoseconds a device. */
  public double nsPerDevice() {
    return medianNs / devices;
  }

  /** Memory traffic, 10^9 bytes a second. */
  public double gigabytesPerSecond() {
    return bytesPerDevice * (devices / medianNs);
  }

  /** Half the distance between the quartiles, as a part of the median. */
  public double relativeSpread() {
    return (upperQuartileNs - lowerQuartileNs) / 2 / medianNs;
  }

  /**
   * The share of a limit that this reaches in bytes a second; 1 is the limit.
   *
   * @param ceiling measured at the same time, on as many devices and threads
   */
  public double shareOf(Measurement ceiling) {
    return gigabytesPerSecond() / ceiling.gigabytesPerSecond();
  }
}
