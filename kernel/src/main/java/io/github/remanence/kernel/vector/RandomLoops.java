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
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Random numbers in vectors, used through hidden copies only, one for each width.
 *
 * <p>Reads like {@link Philox} and {@link NormalQuantile} with lanes, in passes over a block. They
 * are called through a list, because C2 compiles what it inlines as one method, and would find the
 * three of them too long together and box their vectors.
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
  private static final long LOW = 0xFFFF_FFFFL;
  private static final long[] PLACES = {0, 1, 2, 3, 4, 5, 6, 7};

  private static final Pass[] NORMALS = {
    RandomLoops::words, RandomLoops::logarithms, RandomLoops::quantiles
  };

  private static final Pass[] EVEN = {RandomLoops::words, RandomLoops::even};

  /** Part of the way from draws to numbers. */
  private interface Pass {

    /**
     * Takes the pass over a block.
     *
     * @param device the first device of the block
     * @param words of its devices and some before, see {@link #before}
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
      Pass[] passes, Draws draws, long device, float[] out, int start, int size) {
    int[] words = Scratch.ints(before(device) + size + GROUP);
    for (Pass pass : passes) {
      pass.over(draws, device, words, out, start, size);
    }
  }

  /** Devices of the first group that come before the block. */
  private static int before(long device) {
    return (int) (device % GROUP);
  }

  /**
   * Each 32-bit word of a counter has a lane of 64 bits to itself, so that a product has room; what
   * stands in the upper half of a lane is of no account. The multipliers are masked for C2, which
   * has an instruction for products of 32 bits but takes it only if it sees the masks.
   */
  private static void words(
      Draws draws, long device, int[] words, float[] out, int start, int size) {
    LongVector multiplier0 = LongVector.broadcast(LONGS, Philox.MULTIPLIER_0).and(LOW);
    LongVector multiplier1 = LongVector.broadcast(LONGS, Philox.MULTIPLIER_1).and(LOW);
    long[] keys = draws.schedule();
    long rest = draws.rest();
    long first = device / GROUP * COUNTERS;
    int counters = Math.ceilDiv(before(device) + size, GROUP) * COUNTERS;
    for (int i = 0; i < counters; i += LONGS.length()) {
      LongVector c0 = LongVector.fromArray(LONGS, PLACES, 0).add(first + i);
      LongVector c1 = c0.lanewise(LSHR, 32);
      LongVector c2 = LongVector.broadcast(LONGS, rest);
      LongVector c3 = c2.lanewise(LSHR, 32);
      for (int round = 0; round < Philox.ROUNDS; round++) {
        LongVector p0 = c0.and(LOW).mul(multiplier0);
        LongVector p1 = c2.and(LOW).mul(multiplier1);
        c0 = p1.lanewise(LSHR, 32).lanewise(XOR, c1).lanewise(XOR, keys[2 * round]);
        c2 = p0.lanewise(LSHR, 32).lanewise(XOR, c3).lanewise(XOR, keys[2 * round + 1]);
        c1 = p1;
        c3 = p0;
      }
      int place = i / COUNTERS * GROUP + i % COUNTERS * 2;
      pairs(c0, c1).intoArray(words, place);
      pairs(c2, c3).intoArray(words, place + GROUP / 2);
    }
  }

  private static IntVector pairs(LongVector low, LongVector high) {
    return low.and(LOW).or(high.lanewise(LSHL, 32)).reinterpretAsInts();
  }

  private static void even(
      Draws draws, long device, int[] words, float[] out, int start, int size) {
    int first = before(device);
    for (int j = 0; j < size; j += LANES) {
      floats(IntVector.fromArray(INTS, words, first + j))
          .mul(RelaxationStep.OF_WORD)
          .intoArray(out, start + j);
    }
  }

  /** log2(1 - x^2) of each word. */
  private static void logarithms(
      Draws draws, long device, int[] words, float[] out, int start, int size) {
    int first = before(device);
    FloatVector half = FloatVector.broadcast(FLOATS, NormalQuantile.HALF);
    FloatVector two = FloatVector.broadcast(FLOATS, 2f);
    for (int j = 0; j < size; j += LANES) {
      IntVector fromEnd = magnitude(words, first + j).lanewise(XOR, Integer.MAX_VALUE);
      FloatVector q =
          floats(fromEnd).fma(FloatVector.broadcast(FLOATS, NormalQuantile.WHOLE), half);
      IntVector bits = q.mul(two.sub(q)).reinterpretAsInts();
      IntVector e =
          bits.sub(NormalQuantile.SQRT_HALF_BITS).lanewise(ASHR, NormalQuantile.MANTISSA_BITS);
      IntVector scale = e.lanewise(LSHL, NormalQuantile.MANTISSA_BITS);
      FloatVector h = bits.sub(scale).reinterpretAsFloats().sub(1f);
      FloatVector h2 = h.mul(h);
      FloatVector p =
          h.fma(NormalQuantile.L7, NormalQuantile.L6)
              .fma(h2, h.fma(NormalQuantile.L5, NormalQuantile.L4))
              .fma(h2, h.fma(NormalQuantile.L3, NormalQuantile.L2));
      p = p.fma(h, FloatVector.broadcast(FLOATS, NormalQuantile.L1));
      p.fma(h, floats(e)).intoArray(out, start + j);
    }
  }

  /** From the logarithms to the numbers, in their place. */
  private static void quantiles(
      Draws draws, long device, int[] words, float[] out, int start, int size) {
    int first = before(device);
    FloatVector whole = FloatVector.broadcast(FLOATS, NormalQuantile.WHOLE);
    FloatVector half = FloatVector.broadcast(FLOATS, NormalQuantile.HALF);
    for (int j = 0; j < size; j += LANES) {
      IntVector sign = IntVector.fromArray(INTS, words, first + j).and(Integer.MIN_VALUE);
      FloatVector x = floats(magnitude(words, first + j)).fma(whole, half);
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
      z.reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(out, start + j);
    }
  }

  /** k where k is not negative, -1 - k elsewhere. */
  private static IntVector magnitude(int[] words, int i) {
    IntVector word = IntVector.fromArray(INTS, words, i);
    return word.lanewise(ASHR, Integer.SIZE - 1).lanewise(XOR, word);
  }

  private static FloatVector floats(IntVector numbers) {
    return (FloatVector) numbers.convertShape(I2F, FLOATS, 0);
  }
}
