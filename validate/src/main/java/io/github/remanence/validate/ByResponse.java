package io.github.remanence.validate;

import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.device.Tabulated.Point;
import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * How exact is one update if the response is of another family than the exponential one? Over every
 * window, with pulses up to {@value #MOST_PULSES}.
 *
 * @param subject what is measured
 */
record ByResponse(Subject subject) implements Question {

  private static final double FEWEST_PULSES = 1e-6;
  private static final double MOST_PULSES = 100;

  private static final List<Response> RESPONSES =
      List.of(
          new ExponentialStep(0.04, 0.5, 1.2),
          new ExponentialInConductance(0.06, 3),
          new PowerStep(0.05, 2.5),
          new PowerStep(0.05, 0.5),
          new PiecewiseStep(List.of(0.1, 0.02, 0.07, 0.0)),
          new Tabulated(
              List.of(new Point(0, 0), new Point(1, 0.3), new Point(5, 0.35), new Point(20, 1))));

  @Override
  public String title() {
    return "Accuracy of one update by response family";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (Response response : RESPONSES) {
      for (Counts counts : Counts.values()) {
        rows.add(row(response, counts));
      }
    }
    return Table.ofErrors(
        "accuracy-by-response", title(), Bound.RESPONSE, List.of("response", "counts"), rows);
  }

  private Row row(Response response, Counts counts) {
    Sweep sweep = new Sweep(subject);
    for (Window window : Window.ALL) {
      sweep.addPulses(FEWEST_PULSES, MOST_PULSES, Twin.of(window, response), counts);
    }
    return sweep.row(name(response), counts.toString());
  }

  private static String name(Response response) {
    return response instanceof Tabulated ? "Tabulated" : response.toString();
  }
}
