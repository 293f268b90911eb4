package io.github.remanence.bench;

import io.github.remanence.bench.ceiling.CeilingMemory;
import io.github.remanence.bench.ceiling.FmaPeak;
import io.github.remanence.bench.ceiling.Team;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What can this machine do at most: how fast is the cheapest pass over a crossbar's memory, and how
 * many multiply-adds does it make?
 *
 * <p>Each pass moves 8 bytes a device, as an update with uniform pulses does. An operation is as
 * many passes as make 2^26 devices, so that the start of threads does not show; look at {@code
 * :perDevice}.
 */
public class CeilingBenchmark extends Settings {

  private static final long DEVICES_OF_AN_OPERATION = 1 << 26;
  private static final int FMA_PASSES = 1000;

  /** Threads that work at once. */
  @Param({"1", "2"})
  public int threads;

  private Team team;
  private FmaPeak peak;

  /** Starts the threads. */
  @Setup
  public void setUp() {
    team = new Team(threads);
    peak = new FmaPeak(team);
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    team.close();
  }

  /** As much memory as a crossbar has. */
  @State(Scope.Benchmark)
  public static class Memory {
    /** Rows and columns. */
    @Param({"256", "1000x1003", "4096"})
    public String size;

    CeilingMemory values;
    int passes;

    /** Allocates. */
    @Setup
    public void setUp() {
      values = new CeilingMemory(Shape.parse(size).devices());
      passes = (int) Math.max(1, DEVICES_OF_AN_OPERATION / values.values());
    }

    void count(Traffic counter) {
      long devices = (long) passes * values.values();
      counter.add(devices, devices * CeilingMemory.BYTES_PER_VALUE);
    }
  }

  /** Counts floating-point operations: in this unit, operations a nanosecond, they are GFLOP/s. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Flops {
    /** Operations; the name is the one of the row. */
    public long gigaflops;
  }

  /** From one place to another. */
  @Benchmark
  public void copy(Memory memory, Traffic counter) {
    memory.values.copy(team, memory.passes);
    memory.count(counter);
  }

  /** In place, as an update goes: a = factor a. */
  @Benchmark
  public void scale(Memory memory, Traffic counter) {
    memory.values.scale(team, memory.passes);
    memory.count(counter);
  }

  /** In place: a = factor a + term. */
  @Benchmark
  public void multiplyAdd(Memory memory, Traffic counter) {
    memory.values.multiplyAdd(team, memory.passes);
    memory.count(counter);
  }

  /** Multiply-adds on values in the first-level cache. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public void fma(Flops counter) {
    peak.run(FMA_PASSES);
    counter.gigaflops += FMA_PASSES * peak.flops();
  }

  FmaPeak peak() {
    return peak;
  }
}
