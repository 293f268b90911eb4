package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** The conductances of a row of differential pairs. */
final class Pairs {

  final float[] plus;
  final float[] minus;

  Pairs(float[] plus, float[] minus) {
    this.plus = plus;
    this.minus = minus;
  }

  /** Pairs in the window, with every end of it in company of every part of it. */
  static Pairs in(ExponentialCurve curve, int size, long seed) {
    float[] plus = Cases.conductances(curve, size, seed);
    float[] minus = Cases.conductances(curve, size + 1, seed + 1);
    return new Pairs(plus, Arrays.copyOfRange(minus, 1, size + 1));
  }

  int size() {
    return plus.length;
  }

  Pairs updated(PairUpdate update, RangeKernel kernel) {
    Pairs after = new Pairs(plus.clone(), minus.clone());
    Matrix others = Cases.row(MemorySegment.ofArray(after.minus), ElementType.FLOAT32);
    update
        .on(others)
        .applyToRow(kernel, MemorySegment.ofArray(after.plus), 0, size(), /* row= */ 0, 0);
    return after;
  }

  void requireBitsOf(Pairs expected, Object what) {
    assertThat(plus).as("plus devices of %s", what).isEqualTo(expected.plus);
    assertThat(minus).as("minus devices of %s", what).isEqualTo(expected.minus);
  }
}
