package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Measures one subject over many updates, for one row of a table. */
final class Sweep {

  /** Far too few pulses to notice in float32. */
  private static final double FEWEST_PULSES = 1e-6;

  /** Far more pulses than span the window. */
  private static final double MOST_PULSES = 1e3;

  /** Updates of one device; a uniform count is one update, so there must be many. */
  private static final int TRIALS = 32;

  /** Devices an update: whole vectors and a tail at every width. */
  private static final int DEVICES = 127;

  private final Subject subject;
  private final Samples samples = new Samples();
  private final Errors errors = new Errors();

  Sweep(Subject subject) {
    this.subject = subject;
  }

  /** Adds a device anywhere, with pulse counts of every magnitude. */
  void add(Twin twin, Counts counts) {
    addAt(Samples::anywhere, twin, counts);
  }

  /** Adds a device at these normalised conductances, with pulse counts of every magnitude. */
  void addAt(ToDoubleFunction<Samples> normalised, Twin twin, Counts counts) {
    add(normalised, twin, counts, FEWEST_PULSES, MOST_PULSES);
  }

  /** Adds a device anywhere, with pulse counts of a magnitude in [from, to). */
  void addPulses(double from, double to, Twin twin, Counts counts) {
    add(Samples::anywhere, twin, counts, from, to);
  }

  Row row(Object... labels) {
    return Row.of(List.of(labels), errors);
  }

  private void add(
      ToDoubleFunction<Samples> normalised, Twin twin, Counts counts, double from, double to) {
    for (int i = 0; i < TRIALS; i++) {
      float[] before = Samples.conductances(twin, DEVICES, () -> normalised.applyAsDouble(samples));
      counts.trial(twin, before, samples, from, to).measure(subject, errors);
    }
  }
}
