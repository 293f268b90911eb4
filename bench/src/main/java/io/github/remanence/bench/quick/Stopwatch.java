package io.github.remanence.bench.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Times several candidates in turn, again and again, so that whatever slows the machine down for a
 * while slows all of them down.
 *
 * <p>First they run until the compiler has nothing more to give, and learn how many passes make a
 * sample that a clock can resolve. Then come the rounds, one sample of each candidate in each.
 */
final class Stopwatch {

  /**
   * They are warm when none has become faster for this long and for so many turns. At first the
   * scalar backend does most of the work of vectors, at a steady speed, and then they run 1000
   * times slower until their last compilation: each takes some 100 ms, and more when other programs
   * want the cores.
   */
  private static final long QUIET_NS = 1_000_000_000;

  private static final int QUIET_TURNS = 4;

  /** The end of the warm-up in any case: a busy machine's chance hits look like progress. */
  private static final long WARM_UP_NS = 8_000_000_000L;

  /** Less is noise, not a compiler. */
  private static final double FASTER = 0.8;

  /**
   * Long beside what the clock and the waking of a team cost, some 30 us, and beside one pass over
   * memory: the first one finds in the caches what another candidate left there. With 2 ms, one or
   * two passes, 4096 x 4096 came to 105 to 165 % of the ceiling, with this to 83 to 94 % (Intel
   * Xeon, two threads, by turns).
   */
  private static final long SAMPLE_NS = 8_000_000;

  /** Quartiles need some samples on each side. */
  private static final int FEWEST_ROUNDS = 7;

  private static final int MOST_ROUNDS = 31;

  /** After this time for each candidate no round is begun, so that slow backends end too. */
  private static final long ROUNDS_NS = 250_000_000;

  /** Ends the warm-up of a pass that takes no time at all. */
  private static final int MOST_PASSES = 1 << 20;

  private final LongSupplier clock;

  /**
   * Reads the time from a clock.
   *
   * @param clock nanoseconds since any moment
   */
  Stopwatch(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Nanoseconds a pass of each candidate.
   *
   * @param candidates each runs as many passes as it is told
   */
  List<Samples> time(List<IntConsumer> candidates) {
    List<Timed> timed = candidates.stream().map(Timed::new).toList();
    warmUp(timed);
    long end = clock.getAsLong() + ROUNDS_NS * timed.size();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (round >= FEWEST_ROUNDS && clock.getAsLong() >= end) {
        break;
      }
      timed.forEach(Timed::sample);
    }
    return timed.stream().map(each -> new Samples(each.samples)).toList();
  }

  private void warmUp(List<Timed> timed) {
    long start = clock.getAsLong();
    long now = start;
    long lastProgress = start;
    int quietTurns = 0;
    while ((quietTurns < QUIET_TURNS || now - lastProgress < QUIET_NS)
        && now - start < WARM_UP_NS) {
      boolean progress = false;
      for (Timed each : timed) {
        progress |= each.warmUp();
      }
      now = clock.getAsLong();
      lastProgress = progress ? now : lastProgress;
      quietTurns = progress ? 0 : quietTurns + 1;
    }
  }

  /** A candidate and what is known of it. */
  private final class Timed {
    private final IntConsumer candidate;
    private final List<Double> samples = new ArrayList<>();
    private double fastest = Double.POSITIVE_INFINITY;
    private int passes = 1;

    Timed(IntConsumer candidate) {
      this.candidate = candidate;
    }

    void sample() {
      samples.add(nanoseconds());
    }

    /** Runs once and adapts the number of passes; true if it was faster than ever. */
    boolean warmUp() {
      double taken = nanoseconds();
      boolean progress = taken < FASTER * fastest;
      fastest = Math.min(fastest, taken);
      if (taken * passes < SAMPLE_NS && passes < MOST_PASSES) {
        passes *= 2;
      }
      return progress;
    }

    private double nanoseconds() {
      long start = clock.getAsLong();
      candidate.accept(passes);
      return (double) (clock.getAsLong() - start) / passes;
    }
  }
}
