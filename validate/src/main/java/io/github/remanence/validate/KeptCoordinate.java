package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * How exact is a change of field in which each device keeps its pulse coordinate? For the published
 * device, from every field to every other.
 *
 * @param subject what is measured
 */
record KeptCoordinate(Subject subject) implements Question {

  private static final int DEVICES = 16_381;

  @Override
  public String title() {
    return "Accuracy of a change of field that keeps the pulse coordinate";
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
    return Table.ofErrors(
        "field-change-keep-x", title(), Bound.FIELD_CHANGE, List.of("from h", "to h"), rows);
  }

  private Row row(double h, double newH) {
    Errors errors = new Errors();
    Twin from = Twin.bernard2025(h);
    float[] before = Samples.conductances(from, DEVICES, new Samples()::anywhere);
    new FieldTrial(from, Twin.bernard2025(newH), before).measureCoordinate(subject, errors);
    return Row.of(List.of(h, newH), errors);
  }
}
