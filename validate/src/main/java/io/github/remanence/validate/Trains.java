package io.github.remanence.validate;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How exact is a train of updates of either sign that is applied as one? Over every nonlinearity
 * and window.
 *
 * @param subject what is measured
 */
record Trains(Subject subject) implements Question {

  private static final int DEVICES = 127;
  private static final int TRAINS = 4;

  private static final double FEWEST_PULSES = 1e-3;
  private static final double MOST_PULSES = 30;

  @Override
  public String title() {
    return "Accuracy of a train of updates applied as one";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (int length : List.of(1, 2, 3, 10, 100, 300)) {
      rows.add(row(length));
    }
    return Table.ofErrors("trains", title(), Bound.TRAIN, List.of("updates"), rows);
  }

  private Row row(int length) {
    Errors errors = new Errors();
    for (Window window : Window.ALL) {
      for (double nu : ByNonlinearity.NONLINEARITIES) {
        Twin twin = Twin.of(window, nu);
        Samples samples = new Samples();
        for (int i = 0; i < TRAINS; i++) {
          measure(twin, counts(samples, length), samples, errors);
        }
      }
    }
    return Row.of(List.of(length), errors);
  }

  private static double[] counts(Samples samples, int length) {
    return DoubleStream.generate(() -> samples.count(FEWEST_PULSES, MOST_PULSES))
        .limit(length)
        .toArray();
  }

  private void measure(Twin twin, double[] counts, Samples samples, Errors errors) {
    float[] before = Samples.conductances(twin, DEVICES, samples::anywhere);
    float[] after = before.clone();
    subject.apply(twin.plan(), Pulses.train(counts), Crossbar.wrap(after, 1, DEVICES));
    for (int i = 0; i < DEVICES; i++) {
      errors.add(Comparison.ofTrain(twin.exact(), before[i], counts, after[i]));
    }
  }
}
