package io.github.remanence.kernel;

import io.github.remanence.kernel.random.Draws;
import org.jspecify.annotations.Nullable;

/**
 * The devices of an update, and its chances.
 *
 * @param rows number of rows
 * @param cols number of columns
 * @param factors how they differ; null if they do not
 * @param first the place of the first one in the whole crossbar
 * @param draws the random numbers of the update; null if it takes none
 */
record Devices(
    long rows, long cols, @Nullable DeviceFactors factors, long first, @Nullable Draws draws) {

  /** A whole crossbar of devices that do not differ. */
  static Devices alike(long rows, long cols) {
    return new Devices(rows, cols, null, 0, null);
  }

  /** The same devices in another update. */
  Devices with(Draws others) {
    return new Devices(rows, cols, factors, first, others);
  }

  /** Devices in the same places that differ in another way. */
  Devices with(@Nullable DeviceFactors others) {
    return new Devices(rows, cols, others, first, draws);
  }

  /**
   * A part of the devices.
   *
   * @param distance of its first device from the first one of these, in memory
   */
  Devices block(long row, long col, long blockRows, long blockCols, long rowStep, long distance) {
    return new Devices(
        blockRows,
        blockCols,
        factors == null ? null : factors.block(row, col, blockRows, blockCols, rowStep),
        first + distance,
        draws);
  }
}
