package io.github.remanence.bench;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DeviceFactors;
import io.github.remanence.kernel.DifferentialPair;
import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import java.util.List;

/** Every form of update, of devices of every kind, on small crossbars on the heap and off it. */
final class OtherForms {

  /** Enough for the JVM to compile with what it has seen of all of them. */
  private static final int ROUNDS = 300;

  private static final Shape SHAPE = new Shape(31, 83);

  private final UpdateKernel kernel;
  private final Drawn drawn = new Drawn();
  private final List<Pulses> forms = forms();
  private final DeviceFactors onPulses =
      DeviceFactors.of(SHAPE.rows(), SHAPE.cols()).onPulses(values(0.5, 1.5));
  private final DeviceFactors onAll =
      onPulses.onNonlinearity(values(0.5, 1.5)).onWindow(values(0.97, 1), values(1, 1.03));

  OtherForms(UpdateKernel kernel) {
    this.kernel = kernel;
  }

  /** Runs all of them by turns. */
  void run() {
    List<UpdatePlan> plans = OtherDevices.plans();
    try (Crossbar first = Crossbar.offHeap(SHAPE.rows(), SHAPE.cols());
        Crossbar second = Crossbar.offHeap(SHAPE.rows(), SHAPE.cols())) {
      for (int round = 0; round < ROUNDS; round++) {
        for (UpdatePlan plan : plans) {
          update(plan, onHeap(), onHeap());
          update(plan, first, second);
        }
      }
    }
  }

  private void update(UpdatePlan plan, Crossbar crossbar, Crossbar other) {
    Workbench.fill(crossbar, plan.curve());
    Workbench.fill(other, plan.curve());
    apply(plan, crossbar);
    kernel.apply(
        plan, Pulses.uniform(-2), crossbar.block(1, 3, SHAPE.rows() - 2, SHAPE.cols() - 5));
    kernel.apply(plan, values(), DifferentialPair.of(crossbar, other));
    kernel.apply(FieldChange.keepingConductance(plan, plan), crossbar);
    kernel.apply(FieldChange.keepingCoordinate(plan, OtherDevices.linear()), crossbar);
    if (OtherDevices.mayDiffer(plan)) {
      Workbench.fill(crossbar, plan.curve());
      apply(plan, crossbar.withFactors(onPulses));
      apply(plan, crossbar.withFactors(onAll));
    }
  }

  private void apply(UpdatePlan plan, Crossbar crossbar) {
    forms.forEach(pulses -> kernel.apply(plan, pulses, crossbar));
  }

  private List<Pulses> forms() {
    long rows = SHAPE.rows();
    long cols = SHAPE.cols();
    int batch = 3;
    return List.of(
        Pulses.uniform(2),
        Pulses.uniform(-2),
        Pulses.int8(drawn.counts(7, rows * cols), rows, cols),
        Pulses.float32(drawn.evenly(-7, 7, rows * cols), rows, cols),
        values(),
        Pulses.outerProducts(
            drawn.counts(2, batch * rows), drawn.counts(3, batch * cols), rows, cols),
        Pulses.outerProductSum(
            drawn.evenly(-1, 1, batch * rows),
            drawn.evenly(-1, 1, batch * cols),
            rows,
            cols,
            4,
            0.1));
  }

  private Pulses values() {
    return Pulses.gradient(values(-1, 1), 7, 0.1);
  }

  private Crossbar values(double from, double to) {
    float[] values = drawn.evenly(from, to, SHAPE.devices());
    return Crossbar.wrap(values, SHAPE.rows(), SHAPE.cols());
  }

  private static Crossbar onHeap() {
    return Crossbar.offHeap(SHAPE.rows(), SHAPE.cols());
  }
}
