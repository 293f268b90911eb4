package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/**
 * One form of the update, compiled: its coefficients, and the method of a backend that takes them.
 */
public sealed interface Step permits AffineStep, CountedStep, FieldStep {

  /** Updates the devices from (inclusive) to (exclusive) with a backend. */
  void apply(RangeKernel backend, MemorySegment conductances, long from, long to);
}
