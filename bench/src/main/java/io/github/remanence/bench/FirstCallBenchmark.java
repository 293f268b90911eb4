package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does the first update in a fresh JVM take, before anything is compiled?
 *
 * <p>The plan, the kernel and the crossbar are there; the update is the first that they see. The
 * vector backend lets the scalar one do most of it.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
// An annotation's list of flags is written out: Java lets no two share one.
@Fork(
    value = 20,
    jvmArgs = {Settings.LEAST_HEAP, Settings.MOST_HEAP},
    jvmArgsAppend = {
      Settings.INCUBATOR,
      Settings.NATIVE_ACCESS,
      Settings.UNSAFE_ACCESS,
      Settings.HUGE_PAGES,
      Settings.IGNORE_UNKNOWN,
      Settings.NO_PAGE_WARNING
    })
public class FirstCallBenchmark extends CrossbarBenchmark {

  static final double FIELD = 0.5;
  static final double FIELD_AFTER = 1;

  /** Which code runs. */
  @Param("vector")
  public String backend;

  /** Rows and columns. */
  @Param("1024")
  public String size;

  /** Threads that share an update. */
  @Param("1")
  public int threads;

  /** The form of the update. */
  @Param({"uniform", "int8", "float32", "field-change", "outer-products"})
  public String form;

  private Call call;
  private Workbench workbench;

  /** An update, and the pulses of a device in it. */
  private record Call(Consumer<Traffic> update, IntToDoubleFunction count) {}

  /** Fills a crossbar and prepares the update. */
  @Setup
  public void setUp() {
    UpdatePlan plan = bernard2025(FIELD);
    workbench = offHeap(plan.curve());
    call =
        switch (form) {
          case "field-change" ->
              call(FieldChange.keepingCoordinate(plan, bernard2025(FIELD_AFTER)));
          case "outer-products" -> call(plan, outerProduct());
          default -> call(plan, Form.of(form, shape()));
        };
  }

  private Call call(UpdatePlan plan, Form pulses) {
    return new Call(counter -> workbench.update(plan, pulses.pulses(), counter), pulses.count());
  }

  private Call call(FieldChange change) {
    return new Call(counter -> workbench.change(change, counter), device -> 0);
  }

  /** One vector. */
  private Form outerProduct() {
    Drawn drawn = new Drawn();
    byte[] rowPulses = drawn.counts(2, shape().rows());
    byte[] colPulses = drawn.counts(3, shape().cols());
    Pulses forth = Pulses.outerProducts(rowPulses, colPulses, shape().rows(), shape().cols());
    int cols = colPulses.length;
    return new Form(
        PulsePair.of(forth, forth, 0),
        device -> rowPulses[device / cols] * colPulses[device % cols]);
  }

  /** The first update. */
  @Benchmark
  public void update(Traffic counter) {
    call.update().accept(counter);
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

  /** What a device gets in the first call. */
  double count(int device) {
    return call.count().applyAsDouble(device);
  }
}
