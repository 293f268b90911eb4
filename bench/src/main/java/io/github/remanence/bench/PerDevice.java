package io.github.remanence.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts devices as operations, so that JMH prints a row with the time of one. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class PerDevice {
  /** Devices updated; the name is the one of the row. */
  public long perDevice;

  void add(long devices) {
    perDevice += devices;
  }
}
