package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Is a change of field in which each device keeps its conductance exact? For the published device,
 * from every field to every other; conductances outside the window must be brought in.
 *
 * @param subject what is measured
 */
record KeptConductance(Subject subject) implements Question {

  private static final int DEVICES = 16_381;

  @Override
  public String title() {
    return "Exactness of a change of field that keeps the conductance";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (double from : Twin.FIELDS) {
      for (double to : Twin.FIELDS) {
        if (from != to) {
          rows.add(row(from, to));
        }
      }
    }
    return Tally.table(
        "field-change-keep-w", title(), Bound.KEPT_CONDUCTANCE, List.of("from h", "to h"), rows);
  }

  private Row row(double h, double newH) {
    Tally tally = new Tally();
    Twin from = Twin.bernard2025(h);
    float[] before = Samples.conductances(from, DEVICES, new Samples()::anywhere);
    new FieldTrial(from, Twin.bernard2025(newH), before).measureConductance(subject, tally);
    return tally.row(h, newH);
  }
}
