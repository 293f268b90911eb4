package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * How exact is one update at each nonlinearity nu, the same for both polarities? Over every window
 * and number of pulses.
 *
 * @param subject what is measured
 */
record ByNonlinearity(Subject subject) implements Question {

  /** From linear to more than any device has, on both sides; 2.772 is the published device's. */
  static final List<Double> NONLINEARITIES =
      List.of(0.0, 1e-9, 1e-6, 1e-3, 0.5, 2.772, 6.0, 12.0, 60.0, -2.0, -12.0);

  @Override
  public String title() {
    return "Accuracy of one update by nonlinearity";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (double nu : NONLINEARITIES) {
      for (Counts counts : Counts.values()) {
        rows.add(row(nu, counts));
      }
    }
    return Table.ofErrors(
        "accuracy-by-nonlinearity", title(), Bound.UPDATE, List.of("nu", "counts"), rows);
  }

  private Row row(double nu, Counts counts) {
    Sweep sweep = new Sweep(subject);
    Window.ALL.forEach(window -> sweep.add(Twin.of(window, nu), counts));
    return sweep.row(nu, counts.toString());
  }
}
