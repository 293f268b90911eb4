package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.gpu.KernelCall.Slot;
import io.github.remanence.kernel.gpu.StepMemory.Place;
import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.Accelerator.Buffer;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CopyStep;
import io.github.remanence.kernel.step.CountedDevice;
import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.CurveChangeStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.MixedDevice;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.OneByOneDevice;
import io.github.remanence.kernel.step.OuterProductSumStep;
import io.github.remanence.kernel.step.OuterProductsStep;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.ResponsePairStep;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.StepRunner;
import io.github.remanence.kernel.step.TabulatedStep;
import io.github.remanence.kernel.step.TrainStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.WriteNoiseStep;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes steps on an accelerator: each form of the update is a start of a kernel or a few, on as
 * many devices at a time as fit. Threads that use it at once wait for each other.
 */
public final class GpuRunner implements StepRunner {

  /** Devices that are worked at once: 256 MiB of conductances. */
  private static final long MOST_DEVICES = 1 << 26;

  private final Accelerator accelerator;
  private final long mostDevices;
  private final StepMemory memory;
  private final Arguments arguments = new Arguments();
  private final Buffer unused;

  /** All steps on one accelerator. */
  public GpuRunner(Accelerator accelerator) {
    this(accelerator, Math.min(MOST_DEVICES, accelerator.largestBuffer() / Float.BYTES));
  }

  private GpuRunner(Accelerator accelerator, long mostDevices) {
    this.accelerator = accelerator;
    this.mostDevices = mostDevices;
    this.memory = new StepMemory(this, accelerator);
    this.unused = accelerator.allocate(Long.BYTES);
  }

  /** The same accelerator, worked on by so many devices at once. */
  public GpuRunner withTiles(long devices) {
    return new GpuRunner(accelerator, devices);
  }

  /** Memory of the host is copied. */
  @Override
  public boolean reaches(MemorySegment any) {
    return true;
  }

  @Override
  public String description() {
    return "gpu, " + accelerator.description();
  }

  /** What it runs on. */
  public Accelerator accelerator() {
    return accelerator;
  }

  /**
   * Memory that stays on the accelerator, all zeros.
   *
   * @throws IllegalStateException if there is not so much
   */
  public synchronized ResidentMemory allocate(long bytes) {
    Buffer buffer = accelerator.allocate(Math.max(1, bytes));
    memory.clear(buffer, bytes);
    return ResidentMemory.of(this, buffer);
  }

  /**
   * A matrix on the accelerator that is like one of the host.
   *
   * @param copies gets its memory, to be closed
   */
  public synchronized Matrix copy(Matrix host, List<ResidentMemory> copies) {
    Buffer buffer = accelerator.allocate(Math.max(1, host.size() * host.type().bytes()));
    memory.upload(host, buffer);
    ResidentMemory copy = ResidentMemory.of(this, buffer);
    copies.add(copy);
    return Matrix.gapless(copy.standIn(), host.type(), host.rows(), host.cols());
  }

  @Override
  public synchronized void run(Step step, Matrix conductances) {
    requireArithmetic(step);
    long cols = Math.min(conductances.cols(), mostDevices);
    long rows = Math.min(conductances.rows(), mostDevices / Math.max(1, cols));
    for (long row = 0; row < conductances.rows(); row += rows) {
      for (long col = 0; col < conductances.cols(); col += cols) {
        long someRows = Math.min(rows, conductances.rows() - row);
        long someCols = Math.min(cols, conductances.cols() - col);
        run(step, conductances, new Rectangle(row, col, someRows, someCols));
      }
    }
    accelerator.finish();
  }

  private void run(Step step, Matrix conductances, Rectangle part) {
    memory.begin();
    try {
      take(step, conductances, part);
      memory.end();
    } finally {
      memory.begin(); // Nothing of a step that failed is copied back.
    }
  }

  private static void requireArithmetic(Step step) {
    switch (step) {
      case CountedStep s -> requireArithmetic(s.device());
      case TrainStep s -> s.updates().forEach(GpuRunner::requireArithmetic);
      case OuterProductsStep s -> s.devices().forEach(GpuRunner::requireArithmetic);
      case OuterProductSumStep s -> requireArithmetic(s.device());
      case WriteNoiseStep s -> requireArithmetic(s.hidden());
      case ResponsePairStep s -> {
        requireArithmetic(s.plusDevice());
        requireArithmetic(s.minusDevice());
      }
      case CurveChangeStep s -> throw noArithmetic(s);
      case AffineStep _,
          TabulatedStep _,
          PairStep _,
          FieldStep _,
          RelaxationStep _,
          CopyStep _ -> {}
    }
  }

  private static void requireArithmetic(CountedDevice device) {
    switch (device) {
      case OneByOneDevice one -> throw noArithmetic(one);
      case MixedDevice mixed -> {
        requireArithmetic(mixed.potentiation());
        requireArithmetic(mixed.depression());
      }
      case PulseStep _, VariedDevice _, NoisyDevice _, ResponseStep _ -> {}
    }
  }

  private static IllegalArgumentException noArithmetic(CurveChangeStep step) {
    return noArithmetic("a change of field between %s and %s".formatted(step.from(), step.to()));
  }

  private static IllegalArgumentException noArithmetic(OneByOneDevice device) {
    return noArithmetic(
        "devices on %s that are computed one at a time, in double".formatted(device.curve()));
  }

  private static IllegalArgumentException noArithmetic(String what) {
    return new IllegalArgumentException(
        "the GPU has no arithmetic for %s; take the backend 'vector' or 'scalar'".formatted(what));
  }

  private void take(Step step, Matrix g, Rectangle part) {
    switch (step) {
      case AffineStep s -> uniform(s, g, part);
      case TabulatedStep s -> tabulated(s, g, part);
      case CountedStep s -> counted(s, g, part);
      case TrainStep s -> s.updates().forEach(update -> counted(update, g, part));
      case OuterProductsStep s -> outerProducts(s, g, part);
      case OuterProductSumStep s -> sum(s, g, part);
      case PairStep s -> pairs(s, g, part);
      case ResponsePairStep s -> responsePairs(s, g, part);
      case FieldStep s -> changeField(s, g, part);
      case RelaxationStep s -> relax(s, g, part);
      case CopyStep s -> copy(memory.overwrite(part.of(g)), memory.read(part.of(s.source())), part);
      case WriteNoiseStep s -> writeWithNoise(s, g, part);
      case CurveChangeStep s -> throw noArithmetic(s);
    }
  }

  private void uniform(AffineStep step, Matrix g, Rectangle part) {
    KernelCall call = call("uniformly", part).with(Slot.G, memory.write(part.of(g)));
    call.arguments().floats(step.slope(), step.anchor(), step.offset(), step.min(), step.max());
    call.launch();
  }

  private void tabulated(TabulatedStep step, Matrix g, Rectangle part) {
    MemorySegment approaches = MemorySegment.ofArray(step.table().approaches());
    Matrix table = Matrix.gapless(approaches, ElementType.FLOAT32, 1, 256);
    KernelCall call =
        call("tabulated", part)
            .with(Slot.G, memory.write(part.of(g)))
            .with(Slot.COUNTS, memory.read(part.of(step.counts())))
            .with(Slot.EXTRA, memory.read(table));
    call.arguments().put(step.table().device());
    call.launch();
  }

  /** Where the pulses of a device come from: the struct of that name in {@code updates.cl}. */
  private record Source(
      int kind, boolean isInt8, float scale, int batch, Place counts, @Nullable Place extra) {

    private static final int COUNTS = 0;
    private static final int PRODUCTS = 1;
    private static final int SUM_OF_PRODUCTS = 2;

    void put(Arguments arguments) {
      arguments.put(kind).put(isInt8).floats(scale).put(batch);
    }
  }

  private void counted(CountedStep step, Matrix g, Rectangle part) {
    count(step.device(), counts(step.scale(), step.counts(), part), g, part);
  }

  private Source counts(float scale, Matrix counts, Rectangle part) {
    boolean isInt8 = counts.type() == ElementType.INT8;
    return new Source(Source.COUNTS, isInt8, scale, 1, memory.read(part.of(counts)), null);
  }

  /** Those of devices that are alike in every update in one go, others one by one. */
  private void outerProducts(OuterProductsStep step, Matrix g, Rectangle part) {
    List<CountedDevice> devices = step.devices();
    Place rows = memory.read(part.rowsOf(step.rowPulses()));
    Place cols = memory.read(part.colsOf(step.colPulses()));
    int atOnce = takesSeveral(devices) ? devices.size() : 1;
    for (int b = 0; b < devices.size(); b += atOnce) {
      Source products = new Source(Source.PRODUCTS, true, 1, atOnce, from(cols, b), from(rows, b));
      count(devices.get(b), products, g, part);
    }
  }

  private static boolean takesSeveral(List<CountedDevice> devices) {
    return !devices.isEmpty()
        && !(devices.getFirst() instanceof MixedDevice)
        && devices.getFirst().equals(devices.getLast());
  }

  private static Place from(Place vectors, int first) {
    return new Place(
        vectors.buffer(), vectors.first() + first * vectors.rowStride(), vectors.rowStride());
  }

  private void sum(OuterProductSumStep step, Matrix g, Rectangle part) {
    Place rows = memory.read(part.rowsOf(step.rowFactors()));
    Place cols = memory.read(part.colsOf(step.colFactors()));
    int batch = Math.toIntExact(step.rowFactors().rows());
    Source sum = new Source(Source.SUM_OF_PRODUCTS, false, step.rate(), batch, cols, rows);
    count(step.device(), sum, g, part);
  }

  private void count(CountedDevice device, Source source, Matrix g, Rectangle part) {
    switch (device) {
      case PulseStep step -> {
        KernelCall call = call("counted", source, g, part);
        source.put(call.arguments());
        arguments.put(step);
        call.launch();
      }
      case VariedDevice varied -> {
        KernelCall call = call("varied", source, g, part);
        factors(call, varied.factors(), part);
        source.put(call.arguments());
        arguments.put(varied);
        call.launch();
      }
      case ResponseStep step -> {
        KernelCall call = call("responded", source, g, part);
        factors(call, step.factors(), part);
        source.put(call.arguments());
        arguments.put(step);
        call.launch();
      }
      case NoisyDevice noisy -> {
        KernelCall call = call("noisy", source, g, part);
        factors(call, noisy.device().factors(), part);
        long place = noisy.firstDevice() + g.index(part.row(), part.col());
        source.put(call.arguments(place, g.rowStride()));
        arguments.put(noisy);
        call.launch();
      }
      case MixedDevice mixed -> {
        count(mixed.potentiation(), source, g, part);
        count(mixed.depression(), source, g, part);
      }
      case OneByOneDevice one -> throw noArithmetic(one);
    }
  }

  private KernelCall call(String kernel, Source source, Matrix g, Rectangle part) {
    return call(kernel, part)
        .with(Slot.G, memory.write(part.of(g)))
        .with(Slot.COUNTS, source.counts())
        .with(Slot.EXTRA, source.extra());
  }

  private void factors(KernelCall call, Factors factors, Rectangle part) {
    List<@Nullable Matrix> all =
        Arrays.asList(
            factors.pulses(),
            factors.depressionPulses(),
            factors.nonlinearity(),
            factors.depressionNonlinearity(),
            factors.min(),
            factors.max());
    for (int i = 0; i < all.size(); i++) {
      Matrix some = all.get(i);
      call.with(Slot.FACTORS.get(i), some == null ? null : memory.read(part.of(some)));
    }
  }

  private void pairs(PairStep step, Matrix plus, Rectangle part) {
    Matrix plusFactors = part.ofNullable(step.plusFactors());
    Matrix minusFactors = part.ofNullable(step.minusFactors());
    KernelCall call =
        call("paired", part)
            .with(Slot.G, memory.write(part.of(plus)))
            .with(Slot.H, memory.write(part.of(step.minus())))
            .with(Slot.COUNTS, memory.read(part.of(step.counts())))
            .with(Slot.F0, plusFactors == null ? null : memory.read(plusFactors))
            .with(Slot.F1, minusFactors == null ? null : memory.read(minusFactors));
    call.arguments()
        .floats(step.scale())
        .put(step.counts().type() == ElementType.INT8)
        .put(plusFactors != null)
        .put(step.device());
    call.launch();
  }

  private void responsePairs(ResponsePairStep step, Matrix plus, Rectangle part) {
    Matrix counts = step.refresh().counts();
    count(step.plusDevice(), counts(step.scale(), counts, part), plus, part);
    count(step.minusDevice(), counts(-step.scale(), counts, part), step.refresh().minus(), part);
    pairs(step.refresh(), plus, part);
  }

  private void changeField(FieldStep step, Matrix g, Rectangle part) {
    KernelCall call = call("field_changed", part).with(Slot.G, memory.write(part.of(g)));
    call.arguments()
        .floats(step.oldMin(), step.oldMax(), step.curvature(), step.floor())
        .floats(step.exponent(), step.amplitude(), step.newMin(), step.newMax());
    call.launch();
  }

  private void relax(RelaxationStep step, Matrix g, Rectangle part) {
    relax(
        "relaxed", step, memory.write(part.of(g)), memory.read(part.of(step.source())), null, part);
  }

  private void relax(
      String kernel,
      RelaxationStep step,
      Place target,
      Place source,
      @Nullable Place before,
      Rectangle part) {
    Matrix onPulses = part.ofNullable(step.onPulses());
    KernelCall call =
        call(kernel, part)
            .with(Slot.G, target)
            .with(Slot.H, source)
            .with(Slot.COUNTS, before)
            .with(Slot.F0, onPulses == null ? null : memory.read(onPulses));
    long stride = step.places().rowStride();
    long place = step.places().first() + part.row() * stride + part.col();
    call.arguments(place, stride).put(step);
    call.launch();
  }

  /** Keeps the hidden conductances as they are before the step. */
  private void writeWithNoise(WriteNoiseStep step, Matrix hidden, Rectangle part) {
    Matrix devices = part.of(hidden);
    Place before = memory.scratch(devices);
    copy(before, memory.write(devices), part);
    take(step.hidden(), hidden, part);
    Place shown = memory.write(part.of(step.shown()));
    relax("shown", step.reading(), shown, memory.read(devices), before, part);
  }

  private void copy(Place target, Place source, Rectangle part) {
    KernelCall call = call("copied", part).with(Slot.G, target).with(Slot.H, source);
    call.arguments();
    call.launch();
  }

  private KernelCall call(String kernel, Rectangle part) {
    return new KernelCall(accelerator, unused, arguments, kernel, part);
  }
}
