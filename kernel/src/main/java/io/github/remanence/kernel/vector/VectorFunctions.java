package io.github.remanence.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;

import io.github.remanence.kernel.step.Exp2;
import io.github.remanence.kernel.step.Log2;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Exp2} and {@link Log2} in lanes, operation by operation. */
final class VectorFunctions {

  private VectorFunctions() {}

  /** 2^y - 1 from y = (k - ROUND) + f. */
  static FloatVector exp2m1(VectorSpecies<Float> lanes, FloatVector k, FloatVector f) {
    FloatVector p = f.fma(Exp2.C6, Exp2.C5);
    p = p.fma(f, FloatVector.broadcast(lanes, Exp2.C4));
    p = p.fma(f, FloatVector.broadcast(lanes, Exp2.C3));
    p = p.fma(f, FloatVector.broadcast(lanes, Exp2.C2));
    p = p.fma(f, FloatVector.broadcast(lanes, Exp2.C1));
    FloatVector scale =
        k.reinterpretAsInts()
            .lanewise(LSHL, Exp2.MANTISSA_BITS)
            .add(Exp2.ONE_BITS)
            .reinterpretAsFloats();
    return p.mul(f).fma(scale, scale.sub(1f));
  }

  /** log2(w + rest) for positive, normal w. */
  static FloatVector log2(VectorSpecies<Float> lanes, FloatVector w, FloatVector rest) {
    IntVector bits = w.reinterpretAsInts();
    IntVector e = bits.sub(Log2.SQRT_HALF_BITS).lanewise(ASHR, Exp2.MANTISSA_BITS);
    IntVector shift = e.lanewise(LSHL, Exp2.MANTISSA_BITS);
    FloatVector m = bits.sub(shift).reinterpretAsFloats().sub(1f);
    FloatVector unscale = shift.neg().add(Exp2.ONE_BITS).reinterpretAsFloats();
    FloatVector h = rest.fma(unscale, m);
    return logPolynomial(lanes, h).fma(h, (FloatVector) e.convertShape(I2F, lanes, 0));
  }

  private static FloatVector logPolynomial(VectorSpecies<Float> lanes, FloatVector h) {
    FloatVector p = h.fma(Log2.C10, Log2.C9);
    p = p.fma(h, FloatVector.broadcast(lanes, Log2.C8));
    p = p.fma(h, FloatVector.broadcast(lanes, Log2.C7));
    p = p.fma(h, FloatVector.broadcast(lanes, Log2.C6));
    p = p.fma(h, FloatVector.broadcast(lanes, Log2.C5));
    p = p.fma(h, FloatVector.broadcast(lanes, Log2.C4));
    p = p.fma(h, FloatVector.broadcast(lanes, Log2.C3));
    p = p.fma(h, FloatVector.broadcast(lanes, Log2.C2));
    return p.fma(h, FloatVector.broadcast(lanes, Log2.C1));
  }
}
