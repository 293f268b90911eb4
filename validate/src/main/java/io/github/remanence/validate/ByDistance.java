package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How exact is one update near the ends of the window? Over every nonlinearity and number of
 * pulses; each row is a decade of the distance, d to 10 d, and 0 is the end itself.
 *
 * <p>The window is one that ends at zero there, so that float32 can tell every distance from none.
 *
 * @param subject what is measured
 */
record ByDistance(Subject subject) implements Question {

  private static final List<Double> DECADES =
      List.of(0.0, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1);

  @Override
  public String title() {
    return "Accuracy of one update by distance to the ends of the window";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (double d : DECADES) {
      rows.add(row("Gmin", d, new Window(0, 1), samples -> distance(d, samples)));
      rows.add(row("Gmax", d, new Window(-1, 0), samples -> 1 - distance(d, samples)));
    }
    return Table.ofErrors(
        "accuracy-by-distance",
        title(),
        Bound.UPDATE,
        List.of("end", "distance/window from"),
        rows);
  }

  private Row row(String end, double d, Window window, ToDoubleFunction<Samples> normalised) {
    Sweep sweep = new Sweep(subject);
    for (double nu : ByNonlinearity.NONLINEARITIES) {
      for (Counts counts : Counts.values()) {
        sweep.addAt(normalised, Twin.of(window, nu), counts);
      }
    }
    return sweep.row(end, d);
  }

  private static double distance(double d, Samples samples) {
    return d == 0 ? 0 : samples.magnitude(d, 10 * d);
  }
}
