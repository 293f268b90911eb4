package io.github.remanence.validate;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.validate.Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * How far is the published device from the exact one after many small updates?
 *
 * <p>Float32 keeps no part of an ulp, so each update rounds: by half an ulp at most, but equal
 * steps round in the same direction, and a step below half an ulp is lost. This drift belongs to
 * float32 storage, whatever the kernel; fewer updates with more pulses each have less of it.
 *
 * @param subject what is measured
 * @param updates updates a train
 */
record Drift(Subject subject, int updates) implements Question {

  private static final double[] STARTS = {0.05, 0.35, 0.65, 0.95};

  /** Pulses of the even and of the odd updates. */
  private record Train(String name, double even, double odd) {

    static Train alternating(double n) {
      return new Train("alternating", n, -n);
    }

    static Train oneSided(double n) {
      return new Train("one-sided", n, n);
    }
  }

  /** A device on its way: exact, and what the bounds of its updates add up to. */
  private static final class Path {
    private final float start;
    private double exact;
    private double allowed;

    private Path(float start) {
      this.start = start;
      this.exact = start;
    }

    private void follow(ReferenceDevice device, double n, float stored) {
      double next = device.update(exact, n);
      allowed += Bound.DRIFT.allowed(stored, Math.abs(next - exact));
      exact = next;
    }
  }

  @Override
  public String title() {
    return "Drift after %d updates".formatted(updates);
  }

  @Override
  public Table answer() {
    List<Row> rows = new ArrayList<>();
    for (double h : List.of(0.0, 1.0)) {
      trains().forEach(train -> rows.add(row(h, train)));
    }
    return Table.ofErrors("drift", title(), Bound.DRIFT, List.of("h", "train", "n"), rows);
  }

  /** One-sided: half the curve down, half of it up, and one pulse, in steps below half an ulp. */
  private List<Train> trains() {
    double half = Twin.PULSES / 2 / updates;
    return List.of(
        Train.alternating(1),
        Train.alternating(0.01),
        Train.oneSided(-half),
        Train.oneSided(half),
        Train.oneSided(-1.0 / updates));
  }

  private Row row(double h, Train train) {
    Twin twin = Twin.bernard2025(h);
    float[] stored = new float[STARTS.length];
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < STARTS.length; i++) {
      stored[i] = twin.conductance(STARTS[i]);
      paths.add(new Path(stored[i]));
    }
    walk(twin, train, stored, paths);
    return Row.of(List.of(h, train.name(), train.even()), errors(twin, train, stored, paths));
  }

  private void walk(Twin twin, Train train, float[] stored, List<Path> paths) {
    Crossbar crossbar = Crossbar.wrap(stored, 1, stored.length);
    for (int update = 0; update < updates; update++) {
      double n = update % 2 == 0 ? train.even() : train.odd();
      subject.apply(twin.plan(), Pulses.uniform(n), crossbar);
      for (int i = 0; i < stored.length; i++) {
        paths.get(i).follow(twin.exact(), n, stored[i]);
      }
    }
  }

  private Errors errors(Twin twin, Train train, float[] stored, List<Path> paths) {
    double n = (train.even() + train.odd()) / 2 * updates;
    Errors errors = new Errors();
    for (int i = 0; i < stored.length; i++) {
      Path path = paths.get(i);
      errors.add(new Comparison(twin.exact(), path.start, n, stored[i], path.exact, path.allowed));
    }
    return errors;
  }
}
