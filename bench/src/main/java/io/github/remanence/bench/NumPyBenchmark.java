package io.github.remanence.bench;

import io.github.remanence.bench.peer.NumPy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How fast are the same updates in NumPy, on this machine, with the Python that is there?
 *
 * <p>An operation is as many updates as make 2^22 devices, so that the way to the other process
 * does not show; look at {@code :perDevice}. An update has to move 9 bytes a device with int8
 * counts, 12 with float32 gradients; NumPy moves many more.
 */
public class NumPyBenchmark extends Settings {

  private static final long DEVICES_OF_AN_OPERATION = 1 << 22;
  private static final int CONDUCTANCE_BYTES = 2 * Float.BYTES;

  /** Which loop; see {@code closed_form.py}. */
  @Param({"int8", "float32"})
  public String loop;

  /** Rows and columns. */
  @Param({"256", "4096"})
  public String size;

  /** The command that starts it. */
  @Param("python3")
  public String python;

  private NumPy numPy;
  private long devices;

  /** Starts Python and prints what will run. */
  @Setup
  public void setUp() {
    devices = Shape.parse(size).devices();
    numPy = NumPy.start(python, loop, devices);
    System.out.printf("%n# Runs: %s, %s of %s%n", numPy.description(), loop, size);
  }

  /** Some updates of all devices: the pulses, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter) {
    int updates = (int) Math.max(1, DEVICES_OF_AN_OPERATION / devices);
    numPy.update(updates);
    int bytes = CONDUCTANCE_BYTES + (loop.equals("int8") ? Byte.BYTES : Float.BYTES);
    counter.add(updates * devices, updates * devices * bytes);
  }

  /** Ends Python. */
  @TearDown
  public void close() {
    numPy.close();
  }
}
