package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * How exact is one update of the published device at each pulse count, of both signs? Over the
 * field; each row is a decade, n to 10 n.
 *
 * @param subject what is measured
 */
record ByPulseCount(Subject subject) implements Question {

  private static final List<Double> DECADES =
      List.of(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0, 100.0);

  @Override
  public String title() {
    return "Accuracy of one update by pulse count";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (double n : DECADES) {
      for (Counts counts : Counts.values()) {
        if (n >= 1 || counts != Counts.INT8) {
          rows.add(row(n, counts));
        }
      }
    }
    return Table.ofErrors(
        "accuracy-by-pulse-count", title(), Bound.UPDATE, List.of("|n| from", "counts"), rows);
  }

  private Row row(double n, Counts counts) {
    Sweep sweep = new Sweep(subject);
    for (double h : Twin.FIELDS) {
      sweep.addPulses(n, 10 * n, Twin.bernard2025(h), counts);
    }
    return sweep.row(n, counts.toString());
  }
}
