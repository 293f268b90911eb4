package io.github.remanence.cli;

import io.github.remanence.bench.quick.Ceilings;
import java.util.List;

/**
 * What the machine can do at most, with a number of threads.
 *
 * @param threads how many work at once
 * @param gigaflops fused multiply-adds in float32, 10^9 operations a second
 * @param memory passes over memory, smallest first
 */
record CeilingInfo(int threads, double gigaflops, List<Pass> memory) {

  /** A crossbar that fits the caches and one that does not. */
  static final List<Long> DEVICES = List.of(256L * 256, 4096L * 4096);

  /**
   * Passes over as much memory as a crossbar has.
   *
   * @param devices float32 values
   * @param scaleGigabytesPerSecond in place, as an update goes; bytes read and bytes written
   * @param copyGigabytesPerSecond from one place to another
   */
  record Pass(long devices, double scaleGigabytesPerSecond, double copyGigabytesPerSecond) {
    static Pass of(Ceilings.Memory memory) {
      return new Pass(
          memory.devices(),
          memory.scale().gigabytesPerSecond(),
          memory.copy().gigabytesPerSecond());
    }
  }

  static CeilingInfo measure(int threads) {
    Ceilings ceilings = Ceilings.measure(DEVICES, threads);
    return new CeilingInfo(
        threads, ceilings.gigaflops(), ceilings.memory().stream().map(Pass::of).toList());
  }
}
