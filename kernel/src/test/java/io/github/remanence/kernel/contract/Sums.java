package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.OuterProductSumStep;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.ProductBlock;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.VariedDevice;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Puts the sums that a backend makes where the conductances are, in place of an update by them.
 *
 * @param backend which makes the sums
 */
record Sums(RangeKernel backend) implements RangeKernel {

  private static final ExponentialCurve CURVE = new ExponentialCurve(0, 1, 0, 0);

  /** The sums of the products of two matrices, one row of each for each product. */
  float[] of(Matrix rowFactors, Matrix colFactors) {
    long rows = rowFactors.cols();
    long cols = colFactors.cols();
    float[] sums = new float[Math.toIntExact(rows * cols)];
    Matrix matrix = Matrix.gapless(MemorySegment.ofArray(sums), ElementType.FLOAT32, rows, cols);
    Step step =
        new OuterProductSumStep(Cases.pulseStep(CURVE), /* rate= */ 1, rowFactors, colFactors);
    for (long row = 0; row < rows; row += step.tileRows(cols)) {
      long toRow = Math.min(rows, row + step.tileRows(cols));
      for (long col = 0; col < cols; col += step.tileCols()) {
        step.apply(this, matrix, row, toRow, col, Math.min(cols, col + step.tileCols()));
      }
    }
    return sums;
  }

  @Override
  public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
    backend.sumOfProducts(block, group, fromCol, toCol);
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
    MemorySegment.copy(
        counts.memory(),
        ValueLayout.JAVA_FLOAT,
        firstCount * Float.BYTES,
        conductances,
        ValueLayout.JAVA_FLOAT,
        from * Float.BYTES,
        to - from);
  }

  @Override
  public void uniform(AffineStep step, MemorySegment conductances, long from, long to) {
    throw notASum();
  }

  @Override
  public void tabulated(
      CountTable table,
      MemorySegment counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    throw notASum();
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
    throw notASum();
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
    throw notASum();
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
    throw notASum();
  }

  @Override
  public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
    throw notASum();
  }

  @Override
  public void changeField(FieldStep step, MemorySegment conductances, long from, long to) {
    throw notASum();
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
    throw notASum();
  }

  @Override
  public String description() {
    return "the sums of " + backend.description();
  }

  private static UnsupportedOperationException notASum() {
    return new UnsupportedOperationException("only sums of products are asked for");
  }
}
