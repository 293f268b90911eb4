package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.gpu.GpuRunner;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.CountedDevice;
import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.ProductBlock;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.RelaxationStep.Places;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.TabulatedStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The GPU as the contract asks for it: a range of devices is a step on a crossbar of one row. Whole
 * steps it takes as such.
 *
 * @param gpu what runs the steps
 */
record GpuRanges(GpuRunner gpu) implements RangeKernel {

  void run(Step step, float[] conductances) {
    gpu.run(step, row(MemorySegment.ofArray(conductances), 0, conductances.length));
  }

  @Override
  public void uniform(AffineStep step, MemorySegment conductances, long from, long to) {
    gpu.run(step, row(conductances, from, to));
  }

  @Override
  public void tabulated(
      CountTable table,
      MemorySegment counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    MemorySegment some = counts.asSlice(firstCount, to - from);
    Matrix row = Matrix.gapless(some, ElementType.INT8, 1, to - from);
    gpu.run(new TabulatedStep(table, row), row(conductances, from, to));
  }

  @Override
  public void counted(
      PulseStep step,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    count(step, scale, counts, firstCount, conductances, from, to);
  }

  @Override
  public void varied(
      VariedDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    count(
        varied(device, firstFactor, to - from), scale, counts, firstCount, conductances, from, to);
  }

  private static VariedDevice varied(VariedDevice device, long firstFactor, long devices) {
    return new VariedDevice(
        device.common(),
        factors(device.factors(), firstFactor, devices),
        device.varies(),
        device.logPotentiation(),
        device.logDepression());
  }

  @Override
  public void responded(
      ResponseStep step,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    ResponseStep some =
        new ResponseStep(
            step.family(),
            step.potentiation(),
            step.depression(),
            step.min(),
            step.max(),
            factors(step.factors(), firstFactor, to - from),
            step.varies());
    count(some, scale, counts, firstCount, conductances, from, to);
  }

  @Override
  public void noisy(
      NoisyDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    NoisyDevice some =
        new NoisyDevice(
            varied(device.device(), firstFactor, to - from),
            inOnePass(device.law()),
            device.rounding(),
            device.noise(),
            device.chance(),
            device.firstDevice() + from,
            device.skipped(),
            device.most());
    count(some, scale, counts, firstCount, conductances, from, to);
  }

  /** Pulse by pulse is what whole steps do. */
  private static NoiseLaw inOnePass(NoiseLaw law) {
    return new NoiseLaw(
        law.kind(), law.sigma(), law.potentiation(), law.depression(), /* pulseByPulse= */ false);
  }

  private void count(
      CountedDevice device,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    Matrix some = some(counts, firstCount, to - from);
    gpu.run(new CountedStep(device, scale, some), row(conductances, from, to));
  }

  @Override
  public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
    long devices = to - from;
    Matrix counts = step.counts();
    PairStep some =
        new PairStep(
            step.device(),
            step.scale(),
            some(counts, counts.index(row, col), devices),
            some(step.minus(), step.minus().index(row, col), devices),
            part(step.plusFactors(), row, col, devices),
            part(step.minusFactors(), row, col, devices));
    gpu.run(some, row(plus, from, to));
  }

  private static @Nullable Matrix part(@Nullable Matrix factors, long row, long col, long devices) {
    return factors == null ? null : some(factors, factors.index(row, col), devices);
  }

  /** Sums are not an operation of their own on a GPU; see GpuTest. */
  @Override
  public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void changeField(FieldStep step, MemorySegment conductances, long from, long to) {
    gpu.run(step, row(conductances, from, to));
  }

  @Override
  public void relax(
      RelaxationStep step,
      long firstSource,
      long firstPlace,
      long firstFactor,
      MemorySegment target,
      long from,
      long to) {
    long devices = to - from;
    RelaxationStep some =
        new RelaxationStep(
            some(step.source(), firstSource, devices),
            step.change(),
            step.rest(),
            step.noise(),
            step.spread(),
            step.min(),
            step.max(),
            step.draws(),
            new Places(firstPlace, devices),
            step.onPulses() == null ? null : some(step.onPulses(), firstFactor, devices));
    gpu.run(some, row(target, from, to));
  }

  @Override
  public String description() {
    return gpu.description();
  }

  private static Factors factors(Factors factors, long first, long devices) {
    return factors.map(matrix -> some(matrix, first, devices));
  }

  private static Matrix row(MemorySegment conductances, long from, long to) {
    long bytes = (to - from) * Float.BYTES;
    MemorySegment some = conductances.asSlice(from * Float.BYTES, bytes);
    return Matrix.gapless(some, ElementType.FLOAT32, 1, to - from);
  }

  private static Matrix some(Matrix matrix, long first, long devices) {
    int bytes = matrix.type().bytes();
    MemorySegment some = matrix.memory().asSlice(first * bytes, devices * bytes);
    return Matrix.gapless(some, matrix.type(), 1, devices);
  }
}
