package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * How exact is one update on each backend? Over every nonlinearity, window and number of pulses.
 *
 * @param backends every backend that can run here
 */
record ByBackend(List<Subject> backends) implements Question {

  @Override
  public String title() {
    return "Accuracy of one update by backend";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (Subject backend : backends) {
      for (Counts counts : Counts.values()) {
        rows.add(row(backend, counts));
      }
    }
    return Table.ofErrors(
        "accuracy-by-backend", title(), Bound.UPDATE, List.of("backend", "counts"), rows);
  }

  private static Row row(Subject backend, Counts counts) {
    Sweep sweep = new Sweep(backend);
    for (Window window : Window.ALL) {
      for (double nu : ByNonlinearity.NONLINEARITIES) {
        sweep.add(Twin.of(window, nu), counts);
      }
    }
    return sweep.row(backend.name(), counts.toString());
  }
}
