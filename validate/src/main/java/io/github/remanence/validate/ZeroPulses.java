package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Does a device that gets no pulses keep every bit, also beside devices that get some?
 *
 * @param backends every backend that can run here
 */
record ZeroPulses(List<Subject> backends) implements Question {

  private static final int DEVICES = 4099;

  @Override
  public String title() {
    return "No pulses, no change";
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (Subject backend : backends) {
      for (Counts counts : Counts.values()) {
        rows.add(row(backend, counts));
      }
    }
    return Tally.table(
        "zero-pulses", title(), Bound.ZERO_PULSES, List.of("backend", "counts"), rows);
  }

  private static Row row(Subject backend, Counts counts) {
    Tally tally = new Tally();
    for (Window window : Window.ALL) {
      for (double nu : ByNonlinearity.NONLINEARITIES) {
        Twin twin = Twin.of(window, nu);
        trials(twin, counts).forEach(trial -> trial.measureResting(backend, tally));
      }
    }
    return tally.row(backend.name(), counts.toString());
  }

  /** Zero of both signs; where each device has its own count, every third gets pulses. */
  private static List<Trial> trials(Twin twin, Counts counts) {
    float[] before = before(twin);
    return switch (counts) {
      case UNIFORM -> List.of(Trial.uniform(twin, before, 0.0), Trial.uniform(twin, before, -0.0));
      case INT8 -> List.of(Trial.int8(twin, before, bytes()));
      case FLOAT32 -> List.of(Trial.float32(twin, before, floats()));
    };
  }

  /** Inside the window, and the values that arithmetic likes to change: -0.0 and the smallest. */
  private static float[] before(Twin twin) {
    Samples samples = new Samples();
    float[] before = Samples.conductances(twin, DEVICES, samples::inside);
    if (twin.exact().minConductance() < 0) {
      before[0] = -0.0f;
      before[1] = -Float.MIN_VALUE;
      before[3] = Float.MIN_VALUE;
    }
    return before;
  }

  private static byte[] bytes() {
    byte[] counts = new byte[DEVICES];
    for (int i = 2; i < DEVICES; i += 3) {
      counts[i] = (byte) i;
    }
    return counts;
  }

  private static float[] floats() {
    float[] counts = new float[DEVICES];
    for (int i = 0; i < DEVICES; i++) {
      counts[i] = new float[] {0.0f, -0.0f, i * 0.01f}[i % 3];
    }
    return counts;
  }
}
