package io.github.remanence.bench;

import java.util.concurrent.atomic.LongAdder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** What the classes of a {@link CountingLoader} call beside each of their operations. */
public final class FlopCounter {

  private static final long UNKNOWN = 1000;

  private static final LongAdder FLOPS = new LongAdder();

  private FlopCounter() {}

  /** Operations since the last call. */
  static long countedSinceLast() {
    return FLOPS.sumThenReset();
  }

  /** An addition, subtraction, multiplication, division or root. */
  public static void one() {
    FLOPS.increment();
  }

  /** A fused multiply-add. */
  public static void two() {
    FLOPS.add(2);
  }

  /** What nobody has said how many it is: so many that one in 10,000 devices is seen. */
  public static void unknown() {
    FLOPS.add(UNKNOWN);
  }

  /** {@link #one} in every lane. */
  public static void one(FloatVector result) {
    FLOPS.add(result.length());
  }

  /** {@link #two} in every lane. */
  public static void two(FloatVector result) {
    FLOPS.add(2L * result.length());
  }

  /** An operation that has no method of its own: only the root is known here. */
  public static FloatVector lanewise(FloatVector of, VectorOperators.Unary operator) {
    if (!operator.equals(VectorOperators.SQRT)) {
      throw new AssertionError("nobody said how many flops " + operator + " is");
    }
    one(of);
    return of.lanewise(operator);
  }
}
