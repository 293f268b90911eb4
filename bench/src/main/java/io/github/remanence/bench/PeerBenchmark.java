package io.github.remanence.bench;

import io.github.remanence.bench.peer.CppLibrary;
import io.github.remanence.bench.peer.OffHeap;
import io.github.remanence.bench.peer.PeerLoop;
import io.github.remanence.bench.peer.PeerLoops;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How fast are the same updates as a loop in C++ that an expert writes in an afternoon, on this
 * machine, with the compiler that is there?
 *
 * <p>A pair has two devices. An update moves 9 bytes a device with int8 counts, 12 with float32
 * gradients, 25 with factors of its own, noisy or not, and 14 in a pair.
 */
public class PeerBenchmark extends Settings {

  /** Which loop; see {@code closed_form.cpp}. */
  @Param({
    "int8",
    "float32",
    "factors",
    "noise",
    "pair-exponential",
    "pair-linear",
    "pair-as-written",
    "pair-as-written-linear"
  })
  public String loop;

  /** Rows and columns. */
  @Param({"256", "1000x1003", "4096"})
  public String size;

  /** Threads that OpenMP shares an update out to. */
  @Param({"1", "2"})
  public int threads;

  /** The command that compiles it, with flags of its own where wanted. */
  @Param("c++")
  public String compiler;

  private OffHeap memory;
  private PeerLoop peer;
  private boolean turned;

  /** Compiles the loop, fills its arrays and prints what will run. */
  @Setup
  public void setUp() {
    CppLibrary library = CppLibrary.compiledBy(compiler);
    memory = new OffHeap();
    peer = PeerLoops.of(loop, library, memory, Shape.parse(size).devices(), threads);
    turned = false;
    System.out.printf(
        "%n# Runs: C++ loop %s of %s; threads: %d; %s%n", loop, size, threads, library.compiler());
  }

  /** One update of all devices: the pulses, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter) {
    turned = !turned;
    (turned ? peer.forth() : peer.back()).run();
    counter.add(peer.devices(), peer.devices() * peer.bytesPerDevice());
  }

  PeerLoop peer() {
    return peer;
  }

  /** Frees the memory. */
  @TearDown
  public void close() {
    memory.close();
  }
}
