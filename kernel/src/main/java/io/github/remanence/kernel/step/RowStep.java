package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/** A step that takes each row by itself. */
public sealed interface RowStep extends Step
    permits AffineStep,
        CopyStep,
        CountedStep,
        CurveChangeStep,
        FieldStep,
        OuterProductsStep,
        PairStep,
        RelaxationStep,
        ResponsePairStep,
        TabulatedStep,
        TrainStep {

  @Override
  default void apply(
      RangeKernel backend,
      Matrix conductances,
      long fromRow,
      long toRow,
      long fromCol,
      long toCol) {
    for (long row = fromRow; row < toRow; row++) {
      long from = conductances.index(row, fromCol);
      applyToRow(backend, conductances.memory(), from, from + toCol - fromCol, row, fromCol);
    }
  }

  /**
   * Updates neighbours in a row.
   *
   * @param from the first device's place in memory
   * @param to the place after the last one
   * @param row the first device's row
   * @param col the first device's column
   */
  void applyToRow(
      RangeKernel backend, MemorySegment conductances, long from, long to, long row, long col);
}
