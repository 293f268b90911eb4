package io.github.remanence.bench.quick;

import io.github.remanence.bench.ceiling.CeilingMemory;
import io.github.remanence.bench.ceiling.FmaPeak;
import io.github.remanence.bench.ceiling.Team;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * What this machine can do at most, measured in about a second for each size.
 *
 * @param threads how many worked at once
 * @param memory passes over memory, in the order of the sizes asked for
 * @param gigaflops fused multiply-adds in float32 on values in the first-level cache, 10^9
 *     operations a second; a multiply-add counts as two
 */
public record Ceilings(int threads, List<Memory> memory, double gigaflops) {

  /** Copies the list. */
  public Ceilings {
    memory = List.copyOf(memory);
  }

  /**
   * Passes over memory of one size.
   *
   * @param scale in place, as an update goes
   * @param copy from one place to another
   */
  public record Memory(Measurement scale, Measurement copy) {
    /** The number of devices whose memory this was; at most 2^26. */
    public long devices() {
      return scale.devices();
    }
  }

  /**
   * Measures.
   *
   * @param devices numbers of devices, such as 256 * 256
   * @param threads how many work at once, at least 1
   */
  public static Ceilings measure(List<Long> devices, int threads) {
    return measure(devices, threads, System::nanoTime);
  }

  static Ceilings measure(List<Long> devices, int threads, LongSupplier clock) {
    Stopwatch stopwatch = new Stopwatch(clock);
    try (Team team = new Team(threads)) {
      List<Memory> memory = devices.stream().map(size -> memory(stopwatch, team, size)).toList();
      return new Ceilings(threads, memory, gigaflops(stopwatch, team));
    }
  }

  private static Memory memory(Stopwatch stopwatch, Team team, long devices) {
    CeilingMemory memory = new CeilingMemory(devices);
    IntConsumer scale = passes -> memory.scale(team, passes);
    IntConsumer copy = passes -> memory.copy(team, passes);
    List<Samples> samples = stopwatch.time(List.of(scale, copy));
    return new Memory(
        samples.getFirst().of(memory.values(), CeilingMemory.BYTES_PER_VALUE),
        samples.getLast().of(memory.values(), CeilingMemory.BYTES_PER_VALUE));
  }

  private static double gigaflops(Stopwatch stopwatch, Team team) {
    FmaPeak peak = new FmaPeak(team);
    IntConsumer arithmetic = peak::run;
    return peak.flops() / stopwatch.time(List.of(arithmetic)).getFirst().median();
  }
}
