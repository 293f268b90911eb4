package io.github.remanence.cli.report;

import io.github.remanence.bench.quick.Measurement;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.validate.Errors;

/**
 * One update of one crossbar in one field: how fast, and how exact.
 *
 * @param rows the number of rows
 * @param cols the number of columns
 * @param field the magnetic field
 * @param pulses {@code uniform} for one count for all devices, {@code int8} for a count of its own
 *     for each
 * @param backend what computed
 * @param nsPerDevice nanoseconds a device, the median
 * @param lowerQuartile of the same
 * @param upperQuartile of the same
 * @param gigabytesPerSecond memory traffic, 10^9 bytes a second
 * @param ceiling the same of the plainest pass there, measured in turns with the update
 * @param shareOfCeiling the ratio of the two
 * @param worstUlp the largest error in ulp of the stored value
 * @param worstShare the largest error as a share of the stated bound; NaN breaks it
 * @param devicesCompared how many device updates were compared with the reference
 */
public record UpdateResult(
    long rows,
    long cols,
    double field,
    String pulses,
    String backend,
    double nsPerDevice,
    double lowerQuartile,
    double upperQuartile,
    double gigabytesPerSecond,
    double ceiling,
    double shareOfCeiling,
    double worstUlp,
    double worstShare,
    long devicesCompared) {

  static UpdateResult of(
      Crossbar crossbar,
      double field,
      String pulses,
      String backend,
      Measurement time,
      Measurement ceiling,
      Errors errors) {
    return new UpdateResult(
        crossbar.rows(),
        crossbar.cols(),
        field,
        pulses,
        backend,
        time.nsPerDevice(),
        time.lowerQuartileNs() / time.devices(),
        time.upperQuartileNs() / time.devices(),
        time.gigabytesPerSecond(),
        ceiling.gigabytesPerSecond(),
        time.shareOf(ceiling),
        errors.maxUlps(),
        errors.worstShare(),
        errors.devices());
  }
}
