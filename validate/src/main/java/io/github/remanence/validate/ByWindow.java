package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * How exact is one update in each conductance window? Over every nonlinearity and number of pulses.
 *
 * @param subject what is measured
 */
record ByWindow(Subject subject) implements Question {

  @Override
  public String title() {
    return "Accuracy of one update by conductance window";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (Window window : Window.ALL) {
      for (Counts counts : Counts.values()) {
        rows.add(row(window, counts));
      }
    }
    return Table.ofErrors(
        "accuracy-by-window", title(), Bound.UPDATE, List.of("window", "counts"), rows);
  }

  private Row row(Window window, Counts counts) {
    Sweep sweep = new Sweep(subject);
    ByNonlinearity.NONLINEARITIES.forEach(nu -> sweep.add(Twin.of(window, nu), counts));
    return sweep.row(window.toString(), counts.toString());
  }
}
