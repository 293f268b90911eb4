package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.Accelerator.Buffer;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CopyStep;
import io.github.remanence.kernel.step.CountedDevice;
import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.CurveChangeStep;
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
import io.github.remanence.kernel.step.WriteNoiseStep;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Takes steps on an accelerator, on as many devices at a time as fit. Threads that use it at once
 * wait for each other.
 */
public final class GpuRunner implements StepRunner {

  /** Devices that are worked at once: 256 MiB of conductances. */
  private static final long MOST_DEVICES = 1 << 26;

  private final Accelerator accelerator;
  private final long mostDevices;
  private final Transfer transfer;
  private final StepMemory memory;
  private final Launches launches;

  /** All steps on one accelerator. */
  public GpuRunner(Accelerator accelerator) {
    this(accelerator, Math.min(MOST_DEVICES, accelerator.largestBuffer() / Float.BYTES));
  }

  private GpuRunner(Accelerator accelerator, long mostDevices) {
    this.accelerator = accelerator;
    this.mostDevices = mostDevices;
    this.transfer = new Transfer(accelerator);
    this.memory = new StepMemory(this, accelerator, transfer);
    this.launches = new Launches(accelerator, memory);
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
    transfer.clear(buffer, bytes);
    return ResidentMemory.of(this, buffer);
  }

  /**
   * A matrix on the accelerator that is like one of the host.
   *
   * @param copies gets its memory, to be closed
   */
  public synchronized Matrix copy(Matrix host, List<ResidentMemory> copies) {
    Buffer buffer = accelerator.allocate(Math.max(1, host.size() * host.type().bytes()));
    transfer.upload(host, buffer);
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
      launches.take(step, conductances, part);
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

  static IllegalArgumentException noArithmetic(CurveChangeStep step) {
    return noArithmetic("a change of field between %s and %s".formatted(step.from(), step.to()));
  }

  static IllegalArgumentException noArithmetic(OneByOneDevice device) {
    return noArithmetic(
        "devices on %s that are computed one at a time, in double".formatted(device.curve()));
  }

  private static IllegalArgumentException noArithmetic(String what) {
    return new IllegalArgumentException(
        "the GPU has no arithmetic for %s; take the backend 'vector' or 'scalar'".formatted(what));
  }
}
