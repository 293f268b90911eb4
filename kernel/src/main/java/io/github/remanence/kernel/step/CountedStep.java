package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * The update of devices that each get their own number of pulses, with the counts.
 *
 * @param coefficients of the device
 * @param type how a count is stored
 * @param counts one for each device, stored like the conductances, one after another
 */
public record CountedStep(PulseStep coefficients, CountType type, MemorySegment counts)
    implements Step {

  @Override
  public void apply(RangeKernel backend, MemorySegment conductances, long from, long to) {
    backend.perDevice(coefficients, type, counts, conductances, from, to);
  }
}
