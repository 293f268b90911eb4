package io.github.remanence.kernel.vector;

import io.github.remanence.kernel.scalar.ScalarKernel;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.ProductBlock;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.VariedDevice;
import java.lang.foreign.MemorySegment;
import java.util.function.LongSupplier;

/**
 * Loops of vectors, of which each shares its work with the scalar backend's while it is not
 * compiled: see WarmUp.
 *
 * <p>Each method has its call twice. Without the first the lambda of the second would be an object
 * of every update.
 */
public final class ColdStart implements RangeKernel {

  private final RangeKernel vectors;
  private final RangeKernel scalars = new ScalarKernel();
  private final WarmUp uniform;
  private final WarmUp tabulated;
  private final WarmUp counted;
  private final WarmUp varied;
  private final WarmUp responded;
  private final WarmUp noisy;
  private final WarmUp pairs;
  private final WarmUp sumOfProducts;
  private final WarmUp changeField;
  private final WarmUp relax;

  /**
   * Shares the work of loops.
   *
   * @param vectors loops that are slow at first
   * @param nanoTime a clock
   */
  public ColdStart(RangeKernel vectors, LongSupplier nanoTime) {
    this.vectors = vectors;
    uniform = new WarmUp(nanoTime);
    tabulated = new WarmUp(nanoTime);
    counted = new WarmUp(nanoTime);
    varied = new WarmUp(nanoTime);
    responded = new WarmUp(nanoTime);
    noisy = new WarmUp(nanoTime);
    pairs = new WarmUp(nanoTime);
    sumOfProducts = new WarmUp(nanoTime);
    changeField = new WarmUp(nanoTime);
    relax = new WarmUp(nanoTime);
  }

  private RangeKernel loops(boolean byVectors) {
    return byVectors ? vectors : scalars;
  }

  @Override
  public void uniform(AffineStep step, MemorySegment conductances, long from, long to) {
    if (uniform.isOver()) {
      vectors.uniform(step, conductances, from, to);
      return;
    }
    uniform.share(
        from, to, (byVectors, i, end) -> loops(byVectors).uniform(step, conductances, i, end));
  }

  @Override
  public void tabulated(
      CountTable table,
      MemorySegment counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    if (tabulated.isOver()) {
      vectors.tabulated(table, counts, firstCount, conductances, from, to);
      return;
    }
    tabulated.share(
        from,
        to,
        (byVectors, i, end) ->
            loops(byVectors).tabulated(table, counts, firstCount + i - from, conductances, i, end));
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
    if (counted.isOver()) {
      vectors.counted(step, scale, counts, firstCount, conductances, from, to);
      return;
    }
    counted.share(
        from,
        to,
        (byVectors, i, end) ->
            loops(byVectors)
                .counted(step, scale, counts, firstCount + i - from, conductances, i, end));
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
    if (varied.isOver()) {
      vectors.varied(device, firstFactor, scale, counts, firstCount, conductances, from, to);
      return;
    }
    varied.share(
        from,
        to,
        (byVectors, i, end) ->
            loops(byVectors)
                .varied(
                    device,
                    firstFactor + i - from,
                    scale,
                    counts,
                    firstCount + i - from,
                    conductances,
                    i,
                    end));
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
    if (responded.isOver()) {
      vectors.responded(step, firstFactor, scale, counts, firstCount, conductances, from, to);
      return;
    }
    responded.share(
        from,
        to,
        (byVectors, i, end) ->
            loops(byVectors)
                .responded(
                    step,
                    firstFactor + i - from,
                    scale,
                    counts,
                    firstCount + i - from,
                    conductances,
                    i,
                    end));
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
    if (noisy.isOver()) {
      vectors.noisy(device, firstFactor, scale, counts, firstCount, conductances, from, to);
      return;
    }
    noisy.share(
        from,
        to,
        (byVectors, i, end) ->
            loops(byVectors)
                .noisy(
                    device,
                    firstFactor + i - from,
                    scale,
                    counts,
                    firstCount + i - from,
                    conductances,
                    i,
                    end));
  }

  @Override
  public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
    if (pairs.isOver()) {
      vectors.pairs(step, row, col, plus, from, to);
      return;
    }
    pairs.share(
        from,
        to,
        (byVectors, i, end) -> loops(byVectors).pairs(step, row, col + i - from, plus, i, end));
  }

  /** A strip of columns is a part; for each sum there are products, and it is written. */
  @Override
  public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
    if (sumOfProducts.isOver()) {
      vectors.sumOfProducts(block, group, fromCol, toCol);
      return;
    }
    sumOfProducts.whole(
        (toCol - fromCol) * (block.batch() + 1L),
        byVectors -> loops(byVectors).sumOfProducts(block, group, fromCol, toCol));
  }

  @Override
  public void changeField(FieldStep step, MemorySegment conductances, long from, long to) {
    if (changeField.isOver()) {
      vectors.changeField(step, conductances, from, to);
      return;
    }
    changeField.share(
        from, to, (byVectors, i, end) -> loops(byVectors).changeField(step, conductances, i, end));
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
    if (relax.isOver()) {
      vectors.relax(step, firstSource, firstPlace, firstFactor, target, from, to);
      return;
    }
    relax.share(
        from,
        to,
        (byVectors, i, end) ->
            loops(byVectors)
                .relax(
                    step,
                    firstSource + i - from,
                    firstPlace + i - from,
                    firstFactor + i - from,
                    target,
                    i,
                    end));
  }

  @Override
  public String description() {
    return vectors.description() + ", cold";
  }
}
