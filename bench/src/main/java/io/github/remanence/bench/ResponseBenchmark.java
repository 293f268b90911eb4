package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.device.Tabulated.Point;
import io.github.remanence.kernel.field.FieldState;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast is an update with int8 counts from -31 to 31 if the response is of another family? Where
 * there is no closed form, each of these pulses is taken by itself.
 */
public class ResponseBenchmark extends CrossbarBenchmark {

  private static final int MOST_PULSES = 31;

  /** The response of both polarities. */
  @Param({
    "exponential",
    "constant",
    "soft-bounds",
    "exponential-step",
    "power-step",
    "piecewise-step",
    "tabulated"
  })
  public String response;

  /** Which code runs. */
  @Param("vector")
  public String backend;

  /** Rows and columns. */
  @Param({"256", "1024"})
  public String size;

  /** Threads that share an update. */
  @Param({"1", "2"})
  public int threads;

  private UpdatePlan plan;
  private byte[] counts;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar and draws counts. */
  @Setup
  public void setUp() {
    Response both = named(response);
    DeviceModel device =
        DeviceModel.of(response, "made up", "a.u.", new DeviceCurve(1, 2, both, both));
    plan = UpdatePlan.of(device, FieldState.at(0));
    counts = new Drawn().counts(MOST_PULSES, shape().devices());
    pulses = PulsePair.int8(counts, shape().rows(), shape().cols(), /* factorBytes= */ 0);
    workbench = offHeap(plan.curve());
  }

  /** One update of the whole crossbar: the counts, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.update(plan, pulses, counter);
  }

  private static Response named(String family) {
    return switch (family) {
      case "exponential" -> new Exponential(2.772, 27);
      case "constant" -> Exponential.constant(0.02);
      case "soft-bounds" -> Exponential.softBounds(0.02);
      case "exponential-step" -> new ExponentialStep(0.02, 0.2, 1.5);
      case "power-step" -> new PowerStep(0.02, 1.5);
      case "piecewise-step" -> new PiecewiseStep(List.of(0.02, 0.01, 0.03));
      case "tabulated" -> new Tabulated(IntStream.rangeClosed(0, 50).mapToObj(x -> at(x)).toList());
      default -> throw new IllegalArgumentException("no response is called " + family);
    };
  }

  private static Point at(int pulses) {
    double x = pulses / 50.0;
    return new Point(pulses, x * (1.5 - 0.5 * x));
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  @Override
  String backend() {
    return backend;
  }

  @Override
  Shape shape() {
    return Shape.parse(size);
  }

  @Override
  int threads() {
    return threads;
  }

  byte[] counts() {
    return counts;
  }
}
