package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * How exact is a change of field that keeps the pulse coordinate, from each nonlinearity to each
 * other? Over every old and every new window.
 *
 * @param subject what is measured
 */
record KeptCoordinateByNonlinearity(Subject subject) implements Question {

  private static final List<Double> NONLINEARITIES =
      List.of(0.0, 1e-6, 2.772, 6.0, 12.0, 60.0, -2.0, -12.0);

  private static final int DEVICES = 1021;

  @Override
  public String title() {
    return "Accuracy of a change of field that keeps the pulse coordinate, by nonlinearity";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (double from : NONLINEARITIES) {
      for (double to : NONLINEARITIES) {
        rows.add(row(from, to));
      }
    }
    return Table.ofErrors(
        "field-change-by-nonlinearity",
        title(),
        Bound.FIELD_CHANGE,
        List.of("from nu-", "to nu-"),
        rows);
  }

  private Row row(double from, double to) {
    Errors errors = new Errors();
    for (Window window : Window.ALL) {
      for (Window newWindow : Window.ALL) {
        if (from != to || !window.equals(newWindow)) {
          measure(Twin.of(window, from), Twin.of(newWindow, to), errors);
        }
      }
    }
    return Row.of(List.of(from, to), errors);
  }

  private void measure(Twin from, Twin to, Errors errors) {
    float[] before = Samples.conductances(from, DEVICES, new Samples()::anywhere);
    new FieldTrial(from, to, before).measureCoordinate(subject, errors);
  }
}
