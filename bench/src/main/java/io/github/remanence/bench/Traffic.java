package io.github.remanence.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts devices and the bytes moved for them as operations, so that JMH prints rows with the time
 * of one device and of 1000 bytes.
 *
 * <p>JMH knows no row of bytes over time beside one of time: 1000 over {@code :perKilobyte} are
 * GB/s.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Traffic {
  /** Devices updated; the name is the one of the row. */
  public long perDevice;

  /** Thousands of bytes that had to be read or written; the name is the one of the row. */
  public double perKilobyte;

  /**
   * Counts an operation.
   *
   * @param bytes what it has to read and to write, each once, however often it does
   */
  void add(long devices, long bytes) {
    perDevice += devices;
    perKilobyte += bytes / 1e3;
  }
}
