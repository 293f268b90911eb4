package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DeviceFactors;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.Workers;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How fast are updates of a crossbar that stays on a GPU, and how fast are the ways there and back?
 *
 * <p>Everything an update reads is on the GPU, too: counts in float32, factors in float16. The
 * ceiling is {@code copy}, which reads and writes as many bytes as a uniform update.
 */
public class GpuBenchmark extends Settings {

  private static final double FIELD = 0.5;
  private static final int MOST_PULSES = 7;
  private static final int VECTORS = 64;
  private static final long SEED = 1124;

  /** Rows and columns. */
  @Param("4096")
  public int side;

  /** What is done in one call. */
  @Param({
    "copy",
    "upload",
    "download",
    "uniform",
    "float32",
    "factors",
    "noise",
    "outer-products",
    "sum"
  })
  public String form;

  /** Another one in tests. */
  Backend backend = Backend.GPU;

  private final List<Crossbar> resident = new ArrayList<>();
  private UpdateKernel kernel;
  private Crossbar host;
  private Crossbar crossbar;
  private Runnable call;
  private long nextUpdate;

  /** Fills crossbars here and on the GPU. */
  @Setup
  public void setUp() {
    kernel = UpdateKernel.of(backend, Workers.callingThread());
    nextUpdate = 0;
    Drawn drawn = new Drawn();
    host = Crossbar.offHeap(side, side);
    Crossbar start = Crossbar.wrap(drawn.evenly(1, 2, devices()), side, side);
    start.copyTo(host);
    crossbar = there(start);
    call = call(drawn);
  }

  private Runnable call(Drawn drawn) {
    return switch (form) {
      case "copy" -> copy();
      case "upload" -> () -> host.copyTo(crossbar);
      case "download" -> () -> crossbar.copyTo(host);
      case "uniform" -> updates(PulsePair.uniform(2.5)::next);
      case "float32" -> updates(counts(drawn)::next);
      case "factors" -> {
        PulsePair counts = counts(drawn);
        crossbar = varied(drawn);
        yield updates(counts::next);
      }
      case "noise" -> {
        PulsePair counts = counts(drawn);
        crossbar = varied(drawn);
        yield noisyUpdates(counts::next);
      }
      case "outer-products" -> updates(outerProducts(drawn)::next);
      case "sum" -> updates(sum(drawn)::next);
      default -> throw new IllegalArgumentException("no such form: " + form);
    };
  }

  private Runnable copy() {
    Crossbar other = there(host);
    return () -> crossbar.copyTo(other);
  }

  private Runnable updates(Supplier<Pulses> pulses) {
    UpdatePlan plan = UpdatePlan.of(Presets.bernard2025(), FieldState.at(FIELD));
    return () -> kernel.apply(plan, pulses.get(), crossbar);
  }

  private Runnable noisyUpdates(Supplier<Pulses> pulses) {
    CycleNoise noise = new CycleNoise(Convention.PER_STEP, 0.3, Mode.AGGREGATE);
    DeviceModel noisy = Presets.bernard2025().with(NonIdealities.NONE.withCycleNoise(noise));
    UpdatePlan plan = UpdatePlan.of(noisy, FieldState.at(FIELD));
    return () -> kernel.apply(plan, pulses.get(), crossbar, Draws.of(SEED, nextUpdate++));
  }

  private PulsePair counts(Drawn drawn) {
    float[] counts = drawn.evenly(-MOST_PULSES, MOST_PULSES, devices());
    Crossbar matrix = there(Crossbar.wrap(counts, side, side));
    return PulsePair.of(Pulses.float32(matrix), Pulses.gradient(matrix, -1, 0), Float.BYTES);
  }

  private Crossbar varied(Drawn drawn) {
    DeviceFactors factors = OwnFactors.of("all", new Shape(side, side), drawn).values();
    Crossbar varied = crossbar.withFactors(factors);
    resident.add(varied);
    return varied;
  }

  private PulsePair outerProducts(Drawn drawn) {
    byte[] rows = drawn.counts(1, (long) VECTORS * side);
    byte[] cols = drawn.counts(1, (long) VECTORS * side);
    Pulses products = Pulses.outerProducts(rows, cols, side, side);
    return PulsePair.of(products, products, 0);
  }

  private PulsePair sum(Drawn drawn) {
    float[] rows = drawn.evenly(-0.3, 0.3, (long) VECTORS * side);
    float[] cols = drawn.evenly(-0.3, 0.3, (long) VECTORS * side);
    return PulsePair.of(
        Pulses.outerProductSum(rows, cols, side, side, 1, 0),
        Pulses.outerProductSum(rows, cols, side, side, -1, 0),
        0);
  }

  private Crossbar there(Crossbar values) {
    Crossbar copy = kernel.crossbar(side, side);
    values.copyTo(copy);
    resident.add(copy);
    return copy;
  }

  private long devices() {
    return (long) side * side;
  }

  /** One call, on the whole crossbar. */
  @Benchmark
  public void call() {
    call.run();
  }

  /** What is there now. */
  float[] conductances() {
    Crossbar copy = Crossbar.onHeap(side, side);
    crossbar.copyTo(copy);
    return copy.conductances().toArray(ValueLayout.JAVA_FLOAT);
  }

  /** Frees the memory. */
  @TearDown
  public void tearDown() {
    resident.reversed().forEach(Crossbar::close);
    resident.clear();
    host.close();
  }
}
