package io.github.remanence.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.random.NormalQuantile;
import io.github.remanence.kernel.random.Philox;
import io.github.remanence.kernel.step.RelaxationStep;
import java.lang.invoke.MethodHandles;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Random numbers in vectors, used through hidden copies only, one for each width.
 *
 * <p>Reads like {@link Philox} and {@link NormalQuantile} with lanes. Passes over a block, called
 * through lists for the reason that {@link Block.Pass} gives: words, logarithms, quantiles. They
 * call the Vector API and next to nothing of this class, because C2 keeps vectors in boxes that it
 * hands to methods it does not inline. In one pass the last two take longer: a number waits for a
 * chain of operations, and a processor looks only some ahead.
 */
final class RandomLoops implements RandomNumbers {

  private static final int BITS =
      HiddenCopy.constants(MethodHandles.lookup(), Integer.class).intValue();
  private static final VectorShape SHAPE = VectorShape.forBitSize(BITS);
  private static final VectorSpecies<Integer> INTS = SHAPE.withLanes(int.class);
  private static final VectorSpecies<Float> FLOATS = SHAPE.withLanes(float.class);
  private static final VectorSpecies<Long> LONGS = SHAPE.withLanes(long.class);
  private static final int LANES = INTS.length();

  /** Devices that share eight counters: see {@link Draws#word}. */
  private static final int GROUP = 32;

  private static final int COUNTERS = GROUP / 4;

  /** Words that are made beyond the last one wanted, at most. */
  private static final int SPARE = 2 * GROUP;

  /** The first of the two keys of the last round. */
  private static final int LAST_KEY = 2 * (Philox.ROUNDS - 1);

  private static final long LOW = 0xFFFF_FFFFL;
  private static final long[] PLACES = {0, 1, 2, 3, 4, 5, 6, 7};

  private static final List<Pass> NORMALS =
      List.of(RandomLoops::words, RandomLoops::logarithms, RandomLoops::quantiles);

  private static final List<Pass> EVEN = List.of(RandomLoops::words, RandomLoops::even);

  /** A part of the way from draws to numbers. */
  private interface Pass {

    /**
     * Goes over a block of devices.
     *
     * @param device the first one
     * @param words those of its devices, and before them those of the ones {@link #before} it
     * @param out where the numbers go, from the start on
     */
    void over(Draws draws, long device, int[] words, float[] out, int start, int size);
  }

  @Override
  public void normals(Draws draws, long firstDevice, float[] out, int start, int size) {
    over(NORMALS, draws, firstDevice, out, start, size);
  }

  @Override
  public void evenly(Draws draws, long firstDevice, float[] out, int start, int size) {
    over(EVEN, draws, firstDevice, out, start, size);
  }

  private static void over(
      List<Pass> passes, Draws draws, long device, float[] out, int start, int size) {
    int[] words = Scratch.ints(before(device) + size + SPARE);
    for (int pass = 0; pass < passes.size(); pass++) {
      passes.get(pass).over(draws, device, words, out, start, size);
    }
  }

  /** Devices of its group that come before a device. */
  private static int before(long device) {
    return (int) (device % GROUP);
  }

  /**
   * Each 32-bit word of a counter has a lane of 64 bits to itself, so that a product has room; what
   * stands in the upper half of a lane is of no account.
   *
   * <p>C2 wants two things. It has an instruction for products of 32 bits, but takes it only if it
   * sees the masks beside them: the inner loop therefore goes from products to products, since
   * masks at its start were moved to its end, and every fourth product had 64 bits. And what is
   * called after that loop is not inlined any more, so that all vectors go through memory: places
   * and the last keys are taken before. Measured in {@code uniform} on an Intel Xeon: 0.74 ns a
   * number instead of 0.85 with AVX-512, 1.28 instead of 1.66 with AVX2.
   *
   * <p>A round waits for the one before it, so two vectors of counters, a and b, go side by side;
   * four are more than 16 registers hold.
   */
  private static void words(
      Draws draws, long device, int[] words, float[] out, int start, int size) {
    LongVector multiplier0 = LongVector.broadcast(LONGS, Philox.MULTIPLIER_0).and(LOW);
    LongVector multiplier1 = LongVector.broadcast(LONGS, Philox.MULTIPLIER_1).and(LOW);
    LongVector rest = LongVector.broadcast(LONGS, draws.rest());
    long lastKey0 = draws.roundKey(LAST_KEY);
    long lastKey1 = draws.roundKey(LAST_KEY + 1);
    long first = device / GROUP * COUNTERS;
    int counters = Math.ceilDiv(before(device) + size, GROUP) * COUNTERS;
    for (int i = 0; i < counters; i += 2 * LONGS.length()) {
      int a = place(i);
      int b = place(i + LONGS.length());
      LongVector a0 = LongVector.fromArray(LONGS, PLACES, 0).add(first + i);
      LongVector b0 = a0.add(LONGS.length());
      LongVector a1 = a0.lanewise(LSHR, 32);
      LongVector b1 = b0.lanewise(LSHR, 32);
      LongVector a2 = rest;
      LongVector b2 = rest;
      LongVector a3 = rest.lanewise(LSHR, 32);
      LongVector b3 = a3;
      LongVector ofA0 = a0.and(LOW).mul(multiplier0);
      LongVector ofA2 = a2.and(LOW).mul(multiplier1);
      LongVector ofB0 = b0.and(LOW).mul(multiplier0);
      LongVector ofB2 = b2.and(LOW).mul(multiplier1);
      for (int key = 0; key < LAST_KEY; key += 2) {
        a0 = ofA2.lanewise(LSHR, 32).lanewise(XOR, a1).lanewise(XOR, draws.roundKey(key));
        a2 = ofA0.lanewise(LSHR, 32).lanewise(XOR, a3).lanewise(XOR, draws.roundKey(key + 1));
        b0 = ofB2.lanewise(LSHR, 32).lanewise(XOR, b1).lanewise(XOR, draws.roundKey(key));
        b2 = ofB0.lanewise(LSHR, 32).lanewise(XOR, b3).lanewise(XOR, draws.roundKey(key + 1));
        a1 = ofA2;
        a3 = ofA0;
        b1 = ofB2;
        b3 = ofB0;
        ofA0 = a0.and(LOW).mul(multiplier0);
        ofA2 = a2.and(LOW).mul(multiplier1);
        ofB0 = b0.and(LOW).mul(multiplier0);
        ofB2 = b2.and(LOW).mul(multiplier1);
      }
      a0 = ofA2.lanewise(LSHR, 32).lanewise(XOR, a1).lanewise(XOR, lastKey0);
      a2 = ofA0.lanewise(LSHR, 32).lanewise(XOR, a3).lanewise(XOR, lastKey1);
      b0 = ofB2.lanewise(LSHR, 32).lanewise(XOR, b1).lanewise(XOR, lastKey0);
      b2 = ofB0.lanewise(LSHR, 32).lanewise(XOR, b3).lanewise(XOR, lastKey1);
      a0.and(LOW).or(ofA2.lanewise(LSHL, 32)).reinterpretAsInts().intoArray(words, a);
      a2.and(LOW).or(ofA0.lanewise(LSHL, 32)).reinterpretAsInts().intoArray(words, a + GROUP / 2);
      b0.and(LOW).or(ofB2.lanewise(LSHL, 32)).reinterpretAsInts().intoArray(words, b);
      b2.and(LOW).or(ofB0.lanewise(LSHL, 32)).reinterpretAsInts().intoArray(words, b + GROUP / 2);
    }
  }

  /** Where the first two words of a counter go. */
  private static int place(int counter) {
    return counter / COUNTERS * GROUP + counter % COUNTERS * 2;
  }

  /** From words to even numbers. */
  private static void even(
      Draws draws, long device, int[] words, float[] out, int start, int size) {
    int first = before(device);
    for (int j = 0; j < size; j += LANES) {
      IntVector word = IntVector.fromArray(INTS, words, first + j);
      FloatVector number = (FloatVector) word.convertShape(I2F, FLOATS, 0);
      number.mul(RelaxationStep.OF_WORD).intoArray(out, start + j);
    }
  }

  /** The logarithm of {@link NormalQuantile}, of each word. */
  private static void logarithms(
      Draws draws, long device, int[] words, float[] out, int start, int size) {
    int first = before(device);
    FloatVector whole = FloatVector.broadcast(FLOATS, NormalQuantile.WHOLE);
    FloatVector half = FloatVector.broadcast(FLOATS, NormalQuantile.HALF);
    for (int j = 0; j < size; j += LANES) {
      IntVector word = IntVector.fromArray(INTS, words, first + j);
      IntVector t = word.lanewise(ASHR, Integer.SIZE - 1).lanewise(XOR, word);
      IntVector fromEnd = t.lanewise(XOR, Integer.MAX_VALUE);
      FloatVector q = ((FloatVector) fromEnd.convertShape(I2F, FLOATS, 0)).fma(whole, half);
      IntVector bits = q.mul(FloatVector.broadcast(FLOATS, 2f).sub(q)).reinterpretAsInts();
      IntVector e =
          bits.sub(NormalQuantile.SQRT_HALF_BITS).lanewise(ASHR, NormalQuantile.MANTISSA_BITS);
      IntVector scale = e.lanewise(LSHL, NormalQuantile.MANTISSA_BITS);
      FloatVector h = bits.sub(scale).reinterpretAsFloats().sub(1f);
      FloatVector h2 = h.mul(h);
      FloatVector p =
          h.fma(NormalQuantile.L7, NormalQuantile.L6)
              .fma(h2, h.fma(NormalQuantile.L5, NormalQuantile.L4))
              .fma(h2, h.fma(NormalQuantile.L3, NormalQuantile.L2))
              .fma(h, FloatVector.broadcast(FLOATS, NormalQuantile.L1));
      p.fma(h, (FloatVector) e.convertShape(I2F, FLOATS, 0)).intoArray(out, start + j);
    }
  }

  /** From the logarithms to the numbers, in their place. */
  private static void quantiles(
      Draws draws, long device, int[] words, float[] out, int start, int size) {
    int first = before(device);
    FloatVector whole = FloatVector.broadcast(FLOATS, NormalQuantile.WHOLE);
    FloatVector half = FloatVector.broadcast(FLOATS, NormalQuantile.HALF);
    for (int j = 0; j < size; j += LANES) {
      IntVector word = IntVector.fromArray(INTS, words, first + j);
      IntVector t = word.lanewise(ASHR, Integer.SIZE - 1).lanewise(XOR, word);
      FloatVector x = ((FloatVector) t.convertShape(I2F, FLOATS, 0)).fma(whole, half);
      FloatVector v = FloatVector.fromArray(FLOATS, out, start + j);
      FloatVector v2 = v.mul(v);
      FloatVector numerator =
          v.fma(NormalQuantile.N5, NormalQuantile.N4)
              .fma(v2, v.fma(NormalQuantile.N3, NormalQuantile.N2))
              .fma(v2, v.fma(NormalQuantile.N1, NormalQuantile.N0));
      FloatVector denominator =
          v.fma(NormalQuantile.D5, NormalQuantile.D4)
              .fma(v2, v.fma(NormalQuantile.D3, NormalQuantile.D2))
              .fma(v2, v.fma(NormalQuantile.D1, 1f));
      FloatVector z = x.mul(numerator).div(denominator);
      z.reinterpretAsInts()
          .or(word.and(Integer.MIN_VALUE))
          .reinterpretAsFloats()
          .intoArray(out, start + j);
    }
  }
}
