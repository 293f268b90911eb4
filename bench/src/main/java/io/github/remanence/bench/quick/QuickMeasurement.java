package io.github.remanence.bench.quick;

import io.github.remanence.bench.ceiling.CeilingMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * How fast some updates are on this machine now, in well under a second each: for a table that is
 * printed while somebody waits. JMH says it better, in minutes.
 *
 * <p>The updates and their ceiling are timed in the same loop, one after another in every round:
 * what else the machine does meets all alike. The ceiling is a scaling in place of as many values
 * by as many threads, and where the crossbars are on a GPU, a copy of one of them there.
 *
 * @param ceiling that pass
 * @param updates in the order they were given
 */
public record QuickMeasurement(Measurement ceiling, List<Measurement> updates) {

  /** Copies the list. */
  public QuickMeasurement {
    updates = List.copyOf(updates);
  }

  /**
   * Times updates of crossbars of one size.
   *
   * @param updates at least one, all with the same number of devices, all on a GPU or none
   * @param threads the threads of their kernels, which the ceiling is given too
   * @throws IllegalArgumentException if there is no update, or the sizes differ
   */
  public static QuickMeasurement of(List<TimedUpdate> updates, int threads) {
    return of(updates, threads, System::nanoTime);
  }

  static QuickMeasurement of(List<TimedUpdate> updates, int threads, LongSupplier clock) {
    requireCommonSize(updates);
    try (PlainPass plain = PlainPass.beside(updates.getFirst().crossbar(), threads)) {
      List<IntConsumer> candidates = new ArrayList<>();
      candidates.add(plain::run);
      updates.forEach(update -> candidates.add(update::run));
      List<Samples> samples = new Stopwatch(clock).time(candidates);
      Measurement ceiling = samples.getFirst().of(plain.values(), CeilingMemory.BYTES_PER_VALUE);
      return new QuickMeasurement(
          ceiling, measurements(updates, samples.subList(1, samples.size())));
    }
  }

  private static List<Measurement> measurements(List<TimedUpdate> updates, List<Samples> samples) {
    List<Measurement> measurements = new ArrayList<>();
    for (int i = 0; i < updates.size(); i++) {
      TimedUpdate update = updates.get(i);
      long devices = update.crossbar().devices();
      measurements.add(samples.get(i).of(devices, update.pulses().bytesPerDevice()));
    }
    return measurements;
  }

  private static void requireCommonSize(List<TimedUpdate> updates) {
    List<Long> sizes =
        updates.stream().map(update -> update.crossbar().devices()).distinct().toList();
    if (sizes.size() != 1) {
      throw new IllegalArgumentException(
          "updates of one number of devices are compared, these have " + sizes);
    }
  }
}
