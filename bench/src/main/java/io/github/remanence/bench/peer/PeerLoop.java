package io.github.remanence.bench.peer;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * One of the C++ loops with arrays to work on, to be called with pulses and with their opposite by
 * turns, for the reason that {@link io.github.remanence.bench.quick.PulsePair} has.
 *
 * @param conductances one array, or w1 and w2 of pairs
 * @param pulses int8 counts or float32 gradients, as they are forth
 * @param factors of each device: one array on its nonlinearities, or v1 and v2 on the pulses of
 *     pairs; empty if all devices are alike
 * @param bytesPerDevice what an update reads and writes for each device, the two of a pair apart
 * @param forth an update
 * @param back an update with the opposite pulses
 */
public record PeerLoop(
    List<MemorySegment> conductances,
    MemorySegment pulses,
    List<MemorySegment> factors,
    int bytesPerDevice,
    Runnable forth,
    Runnable back) {

  /** How many devices an update goes over; a pair has two. */
  public long devices() {
    return conductances.stream().mapToLong(each -> each.byteSize() / Float.BYTES).sum();
  }
}
