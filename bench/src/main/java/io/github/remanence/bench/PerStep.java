package io.github.remanence.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts what an operation does to a device one after another, where that is more than one thing:
 * the counts of a train, the vectors of a batch.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class PerStep {
  /** Devices times steps; the name is the one of the row. */
  public long perStep;

  void add(long devices, long steps) {
    perStep += devices * steps;
  }
}
