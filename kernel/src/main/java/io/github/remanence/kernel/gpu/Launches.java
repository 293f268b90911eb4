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
import io.github.remanence.kernel.step.TabulatedStep;
import io.github.remanence.kernel.step.TrainStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.WriteNoiseStep;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each step as starts of kernels, one or a few for each form of the update. */
final class Launches {

  private final Accelerator accelerator;
  private final StepMemory memory;
  private final Arguments arguments = new Arguments();
  private final Buffer unused;

  /** Of steps on matrices in this memory. */
  Launches(Accelerator accelerator, StepMemory memory) {
    this.accelerator = accelerator;
    this.memory = memory;
    this.unused = accelerator.allocate(Long.BYTES);
  }

  /** Takes a step on a part of the devices; what it needs was looked at. */
  void take(Step step, Matrix g, Rectangle part) {
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
      case CurveChangeStep s -> throw GpuRunner.noArithmetic(s);
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
      case OneByOneDevice one -> throw GpuRunner.noArithmetic(one);
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
