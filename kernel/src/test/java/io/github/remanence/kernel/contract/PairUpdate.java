package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.PairStep;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a row of differential pairs gets.
 *
 * @param curve of both devices
 * @param scale pulses in a count of 1
 * @param deadZone fewer pulses do nothing
 * @param counts one for each pair
 * @param plusFactors on the pulses of the plus devices
 * @param minusFactors on the pulses of the minus devices
 */
record PairUpdate(
    ExponentialCurve curve,
    float scale,
    float deadZone,
    Matrix counts,
    @Nullable Matrix plusFactors,
    @Nullable Matrix minusFactors) {

  static PairUpdate of(ExponentialCurve curve, float... counts) {
    Matrix row = Cases.row(MemorySegment.ofArray(counts), ElementType.FLOAT32);
    return new PairUpdate(curve, 1, 0, row, null, null);
  }

  static PairUpdate of(ExponentialCurve curve, byte... counts) {
    Matrix row = Cases.row(MemorySegment.ofArray(counts), ElementType.INT8);
    return new PairUpdate(curve, 1, 0, row, null, null);
  }

  PairUpdate scaled(float by, float noLessThan) {
    return new PairUpdate(curve, by, noLessThan, counts, plusFactors, minusFactors);
  }

  PairUpdate withFactors(Matrix plus, Matrix minus) {
    return new PairUpdate(curve, scale, deadZone, counts, plus, minus);
  }

  /** The same with counts and factors that lie elsewhere. */
  PairUpdate with(UnaryOperator<Matrix> moved) {
    return new PairUpdate(
        curve,
        scale,
        deadZone,
        moved.apply(counts),
        plusFactors == null ? null : moved.apply(plusFactors),
        minusFactors == null ? null : moved.apply(minusFactors));
  }

  /** The same with no pulses for these pairs. */
  PairUpdate quietAt(int... pairs) {
    int bytes = counts.type().bytes();
    MemorySegment quiet =
        counts.type() == ElementType.INT8
            ? MemorySegment.ofArray(counts.memory().toArray(ValueLayout.JAVA_BYTE))
            : MemorySegment.ofArray(counts.memory().toArray(ValueLayout.JAVA_FLOAT));
    for (int pair : pairs) {
      quiet.asSlice((long) pair * bytes, bytes).fill((byte) 0);
    }
    Matrix row = Cases.row(quiet, counts.type());
    return new PairUpdate(curve, scale, deadZone, row, plusFactors, minusFactors);
  }

  PairStep on(Matrix minus) {
    return PairStep.of(
        Cases.pulseStep(curve).withDeadZone(deadZone),
        scale,
        counts,
        minus,
        plusFactors,
        minusFactors);
  }
}
