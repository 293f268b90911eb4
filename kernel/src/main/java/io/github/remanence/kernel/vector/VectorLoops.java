package io.github.remanence.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.B2F;
import static jdk.incubator.vector.VectorOperators.B2I;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.S2I;
import static jdk.incubator.vector.VectorOperators.SQRT;

import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.scalar.ScalarKernel;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Exp2;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Log2;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.Polarity;
import io.github.remanence.kernel.step.ProductBlock;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.RelaxationStep.Noise;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.ResponseStep.Family;
import io.github.remanence.kernel.step.ResponseStep.Side;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * The loops of the vector backend, used through hidden copies only: see the package comment.
 *
 * <p>Reads like {@code DeviceStep} with lanes. Each loop does whole vectors; what is left over is
 * done in a vector that overlaps with the last one, or goes to the scalar backend, which gives the
 * same bits.
 *
 * <p><b>What shapes this class is C2</b>, which keeps vectors in boxes where it stops inlining, and
 * a loop is then 10 to 100 times slower without a warning. It stops at methods of more than 325
 * bytecodes, and in loops of many operations, so some loops are passes over blocks, called through
 * lists: see {@link Block.Pass}. It stops as well at arithmetic in a class of its own, even of
 * three short methods: so all of it is here (change of field with 2^y - 1 and log2 elsewhere: 97
 * bytes of boxes a device).
 */
final class VectorLoops implements RangeKernel {

  private static final Specialisation CONSTANTS =
      HiddenCopy.constants(MethodHandles.lookup(), Specialisation.class);
  private static final Class<?> CONDUCTANCES = CONSTANTS.conductances();
  private static final Class<?> COUNTS = CONSTANTS.counts();
  private static final boolean INT8 = CONSTANTS.type() == ElementType.INT8;
  private static final Varies VARIES = CONSTANTS.varies();
  private static final @Nullable Family FAMILY = CONSTANTS.family();
  private static final boolean SATURATES = CONSTANTS.saturates();
  private static final boolean LINEAR = CONSTANTS.linear();
  private static final boolean WINDOW_FROM_0 = CONSTANTS.windowFrom0();
  private static final NoiseLaw.Kind NOISE = CONSTANTS.noise();
  private static final PulseRounding ROUNDING = CONSTANTS.rounding();
  private static final boolean PULSE_BY_PULSE = CONSTANTS.pulseByPulse();

  /** Whether so little differs between noisy devices that C2 takes two passes as one. */
  private static final boolean SHORT_PASSES = !VARIES.curve() && !VARIES.polarities();

  private static final RandomNumbers RANDOM = RandomNumbers.inVectorsOf(CONSTANTS.bits());

  private static final VectorShape SHAPE = VectorShape.forBitSize(CONSTANTS.bits());
  private static final VectorSpecies<Float> FLOATS = SHAPE.withLanes(float.class);
  private static final VectorSpecies<Short> SHORTS =
      VectorShape.forBitSize(Math.max(64, CONSTANTS.bits() / 2)).withLanes(short.class);
  private static final VectorSpecies<Integer> INTS = SHAPE.withLanes(int.class);
  private static final int LANES = FLOATS.length();

  /** Whether two registers hold a table of 16, so that one instruction or a few look it up. */
  private static final boolean HOLDS_A_TABLE = 2 * LANES >= CountTable.PART;

  /**
   * No byte vector is narrower than 64 bits, so at narrow widths a load of counts reads more than
   * its lanes.
   */
  private static final VectorSpecies<Byte> BYTES =
      VectorShape.forBitSize(Math.max(64, LANES * Byte.SIZE)).withLanes(byte.class);

  /** Devices in a block of two passes: 16 KiB, half of a small L1 cache. */
  private static final int BLOCK = 1 << 12;

  /**
   * Devices in a block of several passes, of which some compute and some read memory: so short that
   * what the hardware fetches ahead covers the next block while the others compute. Factors on all,
   * int8 counts, 4096 x 4096: 0.7 ns a device, 0.86 to 1.06 with blocks of 1024 to 4096 (AMD EPYC
   * Zen 5, JDK 25, 2026-11).
   */
  private static final int SHORT_BLOCK = 1 << 8;

  /**
   * The same where nothing need be fetched ahead, for a block takes time however short it is: 36
   * ns, of pairs. With 1024 in place of 256, 256 x 256: pairs 0.85 and factors on nu 0.88 of the
   * time; 4096 x 4096: 1.05 and 1.11 (Intel Xeon, JDK 25, 2026-11). What passes leave is 12 KiB,
   * and fits into a small L1 cache. Noise, which leaves more, gained nothing.
   */
  private static final int LONG_BLOCK = 1 << 10;

  /** The most bytes of conductances that may be in a cache, with the counts and factors. */
  private static final long CACHED = 4 << 20;

  /**
   * Devices in a block that takes pulse after pulse: 20 KiB of scratch memory. Shorter ones would
   * be through a pass before it pays.
   */
  static final int RESPONSE_BLOCK = 1 << 10;

  // Where in scratch memory lies what a pass leaves for another, after the pulses: e, the reach,
  // random numbers and then noise, and the growth or relaxation of noise.
  private static final int E_AT = LONG_BLOCK;
  private static final int REACH_AT = 2 * LONG_BLOCK;
  private static final int NOISE_AT = 3 * LONG_BLOCK;
  private static final int GROWTH_AT = 4 * LONG_BLOCK;
  private static final int SCRATCH = 5 * LONG_BLOCK;

  // The same memory where pulses come one by one: after the pulses lie the progress that a device
  // starts from, the distance that it has moved, the pulses that are left, and the next step.
  private static final int PROGRESS_AT = RESPONSE_BLOCK;
  private static final int DISTANCE_AT = 2 * RESPONSE_BLOCK;
  private static final int LEFT_AT = 3 * RESPONSE_BLOCK;
  private static final int STEP_AT = 4 * RESPONSE_BLOCK;
  private static final int RESPONSE_SCRATCH = 5 * RESPONSE_BLOCK;

  private static final List<Block.Pass<VariedDevice>> VARIED_PASSES = variedPasses();
  private static final List<Block.Pass<NoisyDevice>> NOISY_PASSES = noisyPasses();
  private static final List<Block.Pass<PairStep>> PAIR_PASSES =
      List.of(VectorLoops::pairPulses, VectorLoops::pairApproach, VectorLoops::pairStep);
  private static final List<Block.Pass<ResponseStep>> RESPONSE_PASSES = responsePasses();
  private static final List<Block.Pass<ResponseStep>> PULSE_PASSES = pulsePasses();

  /** Devices in a range too short to be worth an aligned start. */
  private static final int SHORT = 2 * BLOCK;

  /** No load of narrow numbers is shorter than 64 bits: what it reads beyond its lanes. */
  private static final int OVERREAD =
      Math.max(INT8 ? BYTES.length() - LANES : 0, SHORTS.length() - LANES);

  /** Floats that an array's address does not count: its header of 16 bytes. */
  private static final int HEADER = CONSTANTS.onHeap() ? 16 / Float.BYTES : 0;

  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final FloatVector ZERO = FloatVector.zero(FLOATS);
  private static final FloatVector MINUS_ZERO = FloatVector.broadcast(FLOATS, -0f);
  private static final FloatVector ONE = FloatVector.broadcast(FLOATS, 1f);
  private static final Class<?> OFF_HEAP = MemorySegment.NULL.getClass();
  private static final float[] NO_SCRATCH = {};
  private static final MemorySegment NO_FACTORS = MemorySegment.NULL;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final RangeKernel REST = new ScalarKernel();

  @Override
  public void uniform(AffineStep step, MemorySegment memory, long from, long to) {
    MemorySegment conductances = exactly(CONDUCTANCES, memory);
    float slope = step.slope();
    float anchor = step.anchor();
    float offset = step.offset();
    float min = step.min();
    float max = step.max();
    long start = firstAligned(memory, from, to);
    long end = overlaps(start, to) ? to : lastWholeVector(start, to);
    REST.uniform(step, memory, from, start);
    if (start < end) {
      // Read before the loop and written after it, since it overlaps with what the loop does.
      FloatVector last = moved(floats(conductances, end - LANES), slope, anchor, offset, min, max);
      for (long i = start; i < end - LANES; i += LANES) {
        FloatVector g = floats(conductances, i);
        store(moved(g, slope, anchor, offset, min, max), conductances, i);
      }
      store(last, conductances, end - LANES);
    }
    REST.uniform(step, memory, end, to);
  }

  private static FloatVector moved(
      FloatVector g, float slope, float anchor, float offset, float min, float max) {
    FloatVector moved = g.sub(anchor).fma(slope, offset).add(g);
    return g.fma(ZERO, clamp(moved, min, max));
  }

  /**
   * Vectors of 8 lanes and more look their approaches up themselves, narrower ones find them in
   * scratch memory.
   */
  @Override
  public void tabulated(
      CountTable table,
      MemorySegment counts,
      long firstCount,
      MemorySegment memory,
      long from,
      long to) {
    long start = firstAligned(memory, from, to);
    long end = lastWholeVector(start, Math.max(start, to - OVERREAD));
    long countOf0 = firstCount - from;
    REST.tabulated(table, counts, firstCount, memory, from, start);
    for (long i = start; i < end; i += BLOCK) {
      long blockEnd = Math.min(end, i + BLOCK);
      float[] scratch = HOLDS_A_TABLE ? NO_SCRATCH : Scratch.floats(BLOCK);
      if (!HOLDS_A_TABLE) {
        lookUp(table, counts, countOf0 + i, countOf0 + blockEnd, scratch);
      }
      tabulatedBlock(table, scratch, counts, countOf0, memory, i, blockEnd);
    }
    REST.tabulated(table, counts, countOf0 + end, memory, end, to);
  }

  private static void tabulatedBlock(
      CountTable table,
      float[] scratch,
      MemorySegment countMemory,
      long countOf0,
      MemorySegment memory,
      long from,
      long to) {
    MemorySegment conductances = exactly(CONDUCTANCES, memory);
    MemorySegment counts = exactly(COUNTS, countMemory);
    Polarity up = table.device().potentiation();
    Polarity down = table.device().depression();
    float min = table.device().min();
    float max = table.device().max();
    for (long i = from; i < to; i += LANES) {
      IntVector n = integers(counts, countOf0 + i);
      VectorMask<Float> depresses = n.compare(LT, 0).cast(FLOATS);
      FloatVector e =
          HOLDS_A_TABLE
              ? lookUp(table, n, depresses)
              : FloatVector.fromArray(FLOATS, scratch, (int) (i - from));
      FloatVector g = floats(conductances, i);
      FloatVector moved = approached(e, g, depresses, up, down);
      moved = SATURATES ? moved : g.blend(moved, n.compare(NE, 0).cast(FLOATS));
      store(g.fma(ZERO, clamp(moved, min, max)), conductances, i);
    }
  }

  private static FloatVector lookUp(CountTable table, IntVector n, VectorMask<Float> depresses) {
    IntVector upper = n.lanewise(ASHR, 4).and(CountTable.PART - 1);
    IntVector lower = n.and(CountTable.PART - 1);
    FloatVector coarse = lookUp(table.coarse(), upper);
    FloatVector fine =
        lookUp(table.finePotentiation(), lower)
            .blend(lookUp(table.fineDepression(), lower), depresses);
    return coarse.fma(fine, coarse.add(fine));
  }

  private static FloatVector lookUp(float[] table, IntVector index) {
    IntVector first = FloatVector.fromArray(FLOATS, table, 0).reinterpretAsInts();
    if (LANES >= CountTable.PART) {
      return index.selectFrom(first).reinterpretAsFloats();
    }
    IntVector second = FloatVector.fromArray(FLOATS, table, LANES).reinterpretAsInts();
    return index.selectFrom(first, second).reinterpretAsFloats();
  }

  /** In plain Java, which at 128 bits is faster than the polynomial: 0.46 against 0.70 ns. */
  private static void lookUp(
      CountTable table, MemorySegment counts, long from, long to, float[] scratch) {
    float[] approaches = table.approaches();
    for (long i = from; i < to; i++) {
      scratch[(int) (i - from)] =
          approaches[counts.get(ValueLayout.JAVA_BYTE, i) & CountTable.SIZE - 1];
    }
  }

  @Override
  public void counted(
      PulseStep step,
      float scale,
      Matrix countMatrix,
      long firstCount,
      MemorySegment memory,
      long from,
      long to) {
    long start = firstAligned(memory, from, to);
    long end = lastWholeVector(start, Math.max(start, to - OVERREAD));
    long countOf0 = firstCount - from;
    REST.counted(step, scale, countMatrix, firstCount, memory, from, start);
    if (end < to && overlaps(start, to)) {
      long last = to - LANES;
      float[] before = Scratch.lastVector();
      MemorySegment.copy(memory, FLOAT, last * Float.BYTES, before, 0, LANES);
      countedVectors(step, scale, countMatrix, countOf0, NO_FACTORS, 0, memory, start, end);
      MemorySegment.copy(before, 0, memory, FLOAT, last * Float.BYTES, LANES);
      countedVectors(step, scale, countMatrix, countOf0, NO_FACTORS, 0, memory, last, to);
      return;
    }
    countedVectors(step, scale, countMatrix, countOf0, NO_FACTORS, 0, memory, start, end);
    REST.counted(step, scale, countMatrix, countOf0 + end, memory, end, to);
  }

  private static void countedVectors(
      PulseStep step,
      float scale,
      Matrix countMatrix,
      long countOf0,
      MemorySegment factors,
      long factorOf0,
      MemorySegment memory,
      long from,
      long to) {
    MemorySegment conductances = exactly(CONDUCTANCES, memory);
    MemorySegment counts = exactly(COUNTS, countMatrix.memory());
    MemorySegment onPulses = exactly(OFF_HEAP, factors);
    Polarity up = step.potentiation();
    Polarity down = step.depression();
    float deadZone = step.deadZone();
    float min = step.min();
    float max = step.max();
    int minBits = Float.floatToRawIntBits(min);
    int maxBits = Float.floatToRawIntBits(max);
    for (long i = from; i < to; i += LANES) {
      FloatVector n = counts(counts, countOf0 + i).mul(scale);
      n = VARIES.pulses() ? n.mul(factors(onPulses, factorOf0 + i)) : n;
      FloatVector pulses = n.abs();
      VectorMask<Float> depresses = n.compare(LT, 0f);
      FloatVector e = approach(pulses, depresses, up, down);
      FloatVector g = floats(conductances, i);
      FloatVector moved =
          approached(e, g, depresses, up, down).blend(g, pulses.compare(LT, deadZone));
      // Written out: after so many nodes C2 inlines only the Vector API's own methods.
      FloatVector below = moved.blend(max, moved.compare(GT, max));
      FloatVector inside =
          WINDOW_FROM_0
              ? moved.reinterpretAsInts().max(minBits).min(maxBits).reinterpretAsFloats()
              : below.blend(min, below.compare(LT, min));
      pulses
          .fma(MINUS_ZERO, g.fma(ZERO, inside))
          .intoMemorySegment(conductances, i * Float.BYTES, ORDER);
    }
  }

  @Override
  public void varied(
      VariedDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment memory,
      long from,
      long to) {
    long start = firstAligned(memory, from, to);
    long end = lastWholeVector(start, Math.max(start, to - OVERREAD));
    long countOf0 = firstCount - from;
    long factorOf0 = firstFactor - from;
    REST.varied(device, firstFactor, scale, counts, firstCount, memory, from, start);
    if (VARIES.curve() || VARIES.polarities()) {
      variedVectors(device, factorOf0, scale, counts, countOf0, memory, start, end);
    } else {
      MemorySegment onPulses = factorsOf(device.factors().pulses());
      countedVectors(
          device.common(), scale, counts, countOf0, onPulses, factorOf0, memory, start, end);
    }
    REST.varied(device, factorOf0 + end, scale, counts, countOf0 + end, memory, end, to);
  }

  /** Passes over blocks: the pulses of each device, what they do to it, and its step. */
  private static void variedVectors(
      VariedDevice device,
      long factorOf0,
      float scale,
      Matrix counts,
      long countOf0,
      MemorySegment memory,
      long from,
      long to) {
    int blockSize = blockSize(memory);
    Block block = Block.ofThisThread(SCRATCH);
    for (long i = from; i < to; i += blockSize) {
      block.setDevices(memory, i, (int) Math.min(to - i, blockSize));
      block.setCounts(scale, counts.memory(), countOf0 + i);
      block.firstFactor = factorOf0 + i;
      for (int pass = 0; pass < VARIED_PASSES.size(); pass++) {
        VARIED_PASSES.get(pass).over(device, block);
      }
    }
    block.release();
  }

  private static int blockSize(MemorySegment conductances) {
    return conductances.byteSize() > CACHED ? SHORT_BLOCK : LONG_BLOCK;
  }

  private static List<Block.Pass<VariedDevice>> variedPasses() {
    List<Block.Pass<VariedDevice>> passes = new ArrayList<>();
    passes.add((device, block) -> feltPulses(device, 0, Float.POSITIVE_INFINITY, block));
    if (!SHORT_PASSES) {
      passes.add((device, block) -> approachOfScratch(device.common(), block));
    }
    if (VARIES.nonlinearity()) {
      passes.add(VectorLoops::variedReach);
    }
    passes.add(
        VARIES.curve()
            ? VectorLoops::variedStep
            : (device, block) -> commonStep(device, NoiseLaw.NONE, block));
    return List.copyOf(passes);
  }

  /** From the pulses in scratch memory to e. */
  private static void approachOfScratch(PulseStep device, Block block) {
    float[] scratch = block.scratch;
    int size = block.size;
    Polarity up = device.potentiation();
    Polarity down = device.depression();
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = FloatVector.fromArray(FLOATS, scratch, j);
      FloatVector a = n.abs();
      FloatVector e = approach(a, n.compare(LT, 0f), up, down);
      a.fma(MINUS_ZERO, e).intoArray(scratch, E_AT + j);
    }
  }

  /** From the polarities of the pulses in scratch memory to the reach. */
  private static void variedReach(VariedDevice device, Block block) {
    float[] scratch = block.scratch;
    long firstFactor = block.firstFactor;
    int size = block.size;
    MemorySegment onNu = factorsOf(device.factors().nonlinearity());
    MemorySegment onNuDown = factorsOf(device.factors().depressionNonlinearity());
    float logUp = device.logPotentiation();
    float logDown = device.logDepression();
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = FloatVector.fromArray(FLOATS, scratch, j).compare(LT, 0f);
      FloatVector factor = factors(onNu, onNuDown, firstFactor + j, depresses);
      FloatVector y = pick(logUp, logDown, depresses).mul(factor);
      y = y.blend(Exp2.MAX_EXPONENT, y.compare(GT, Exp2.MAX_EXPONENT));
      pick(-1f, 1f, depresses).div(exp2m1(y)).intoArray(scratch, REACH_AT + j);
    }
  }

  private static void variedStep(VariedDevice device, Block block) {
    MemorySegment conductances = exactly(CONDUCTANCES, block.memory);
    float[] scratch = block.scratch;
    long firstFactor = block.firstFactor;
    long from = block.from;
    int size = block.size;
    MemorySegment onMin = factorsOf(device.factors().min());
    MemorySegment onMax = factorsOf(device.factors().max());
    float reachUp = device.reach(false, 1);
    float reachDown = device.reach(true, 1);
    FloatVector commonMin = FloatVector.broadcast(FLOATS, device.common().min());
    FloatVector commonMax = FloatVector.broadcast(FLOATS, device.common().max());
    for (int j = 0; j < size; j += LANES) {
      FloatVector e = FloatVector.fromArray(FLOATS, scratch, E_AT + j);
      VectorMask<Float> depresses = FloatVector.fromArray(FLOATS, scratch, j).compare(LT, 0f);
      FloatVector reach =
          VARIES.nonlinearity()
              ? FloatVector.fromArray(FLOATS, scratch, REACH_AT + j)
              : pick(reachUp, reachDown, depresses);
      FloatVector min =
          VARIES.window() ? commonMin.mul(factors(onMin, firstFactor + j)) : commonMin;
      FloatVector max =
          VARIES.window() ? commonMax.mul(factors(onMax, firstFactor + j)) : commonMax;
      FloatVector g = floats(conductances, from + j);
      FloatVector end = max.blend(min, depresses);
      FloatVector range = max.sub(min);
      FloatVector moved = e.fma(range.fma(reach, g.sub(end)), g);
      if (NOISE.isOfRange()) {
        moved = FloatVector.fromArray(FLOATS, scratch, NOISE_AT + j).fma(range, moved);
      }
      if (NOISE != NoiseLaw.Kind.NONE) {
        moved = g.blend(moved, FloatVector.fromArray(FLOATS, scratch, j).compare(NE, 0f));
      }
      FloatVector inside = g.fma(ZERO, clamp(moved, min, max));
      store(e.abs().fma(MINUS_ZERO, inside), conductances, from + j);
    }
  }

  /** Passes over blocks: where each device starts, one pulse of all after the other, the end. */
  @Override
  public void responded(
      ResponseStep step,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment memory,
      long from,
      long to) {
    long end = lastWholeVector(from, Math.max(from, to - OVERREAD));
    Block block = Block.ofThisThread(RESPONSE_SCRATCH);
    for (long i = from; i < end; i += RESPONSE_BLOCK) {
      long past = i - from;
      block.setDevices(memory, i, (int) Math.min(end - i, RESPONSE_BLOCK));
      block.setCounts(scale, counts.memory(), firstCount + past);
      block.firstFactor = firstFactor + past;
      for (int pass = 0; pass < RESPONSE_PASSES.size(); pass++) {
        RESPONSE_PASSES.get(pass).over(step, block);
      }
    }
    block.release();
    long done = end - from;
    REST.responded(step, firstFactor + done, scale, counts, firstCount + done, memory, end, to);
  }

  private static List<Block.Pass<ResponseStep>> responsePasses() {
    return FAMILY == Family.EXPONENTIAL
        ? List.of(VectorLoops::startPulses, VectorLoops::giveAllPulses, VectorLoops::endPulses)
        : List.of(
            VectorLoops::startPulses,
            VectorLoops::setOut,
            VectorLoops::givePulses,
            VectorLoops::endPulses);
  }

  /** Leaves the pulses of each device in scratch memory, and its progress. */
  private static void startPulses(ResponseStep step, Block block) {
    MemorySegment counts = exactly(COUNTS, block.counts);
    MemorySegment conductances = exactly(CONDUCTANCES, block.memory);
    MemorySegment onUp = factorsOf(step.factors().pulses());
    MemorySegment onDown = factorsOf(step.factors().depressionPulses());
    float[] scratch = block.scratch;
    long firstCount = block.firstCount;
    long firstFactor = block.firstFactor;
    long from = block.from;
    float scale = block.scale;
    int size = block.size;
    Side up = step.potentiation();
    Side down = step.depression();
    float min = step.min();
    float max = step.max();
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = counts(counts, firstCount + j).mul(scale);
      VectorMask<Float> depresses = n.compare(LT, 0f);
      n = VARIES.pulses() ? n.mul(factors(onUp, onDown, firstFactor + j, depresses)) : n;
      FloatVector deadZone = pick(up.deadZone(), down.deadZone(), depresses);
      FloatVector felt = n.blend(ZERO, n.abs().compare(LT, deadZone));
      FloatVector inside = clamp(floats(conductances, from + j), min, max);
      FloatVector progress = inside.sub(pick(up.start(), down.start(), depresses));
      felt.intoArray(scratch, j);
      progress.mul(pick(up.scale(), down.scale(), depresses)).intoArray(scratch, PROGRESS_AT + j);
    }
  }

  /** One pulse of all devices after the other, while there are any that one moves. */
  private static void givePulses(ResponseStep step, Block block) {
    int size = block.size;
    PulseOrder order = block.order;
    order.of(block.scratch, LEFT_AT, size);
    order.sort(block.scratch, LEFT_AT);
    order.sort(block.scratch, PROGRESS_AT);
    for (int pulse = 0; pulse < block.pulses; pulse++) {
      block.size = order.withMoreThan(pulse);
      for (int pass = 0; pass < PULSE_PASSES.size(); pass++) {
        PULSE_PASSES.get(pass).over(step, block);
      }
    }
    block.size = size;
    order.restore(block.scratch, PROGRESS_AT);
    order.restore(block.scratch, DISTANCE_AT);
  }

  /** One pulse of each device: what is to be exponentiated, the step, and the move. */
  private static List<Block.Pass<ResponseStep>> pulsePasses() {
    return FAMILY == Family.POWER_STEP
        ? List.of(VectorLoops::logOfRoom, VectorLoops::powerStep, VectorLoops::movePulse)
        : List.of(VectorLoops::rateTimesProgress, VectorLoops::stepOfRate, VectorLoops::movePulse);
  }

  private static void giveAllPulses(ResponseStep step, Block block) {
    float[] scratch = block.scratch;
    int size = block.size;
    Side up = step.potentiation();
    Side down = step.depression();
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = FloatVector.fromArray(FLOATS, scratch, j);
      VectorMask<Float> depresses = n.compare(LT, 0f);
      FloatVector e =
          exp2m1(atMost(step, n.abs(), depresses).mul(pick(up.rate(), down.rate(), depresses)));
      FloatVector progress = FloatVector.fromArray(FLOATS, scratch, PROGRESS_AT + j);
      e.mul(progress.sub(pick(up.first(), down.first(), depresses)))
          .intoArray(scratch, DISTANCE_AT + j);
    }
  }

  private static FloatVector atMost(
      ResponseStep step, FloatVector pulses, VectorMask<Float> depresses) {
    FloatVector most =
        pick(step.potentiation().maxPulses(), step.depression().maxPulses(), depresses);
    return pulses.blend(most, pulses.compare(GT, most));
  }

  /** Nothing has moved yet and all pulses are left. */
  private static void setOut(ResponseStep step, Block block) {
    float[] scratch = block.scratch;
    int size = block.size;
    float most = 0;
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = FloatVector.fromArray(FLOATS, scratch, j);
      FloatVector pulses = atMost(step, n.abs(), n.compare(LT, 0f));
      // What is not finite gets none, and becomes NaN at the end.
      FloatVector left = ZERO.blend(pulses, n.abs().compare(LT, Float.POSITIVE_INFINITY));
      most = Math.max(most, left.reduceLanes(MAX));
      left.blend(left.neg(), n.compare(LT, 0f)).intoArray(scratch, LEFT_AT + j);
      ZERO.intoArray(scratch, DISTANCE_AT + j);
    }
    block.pulses = (int) Math.ceil(most);
  }

  /** Whether the pulses that are left are of depression. */
  private static VectorMask<Float> leftDepresses(float[] scratch, int j) {
    return FloatVector.fromArray(FLOATS, scratch, LEFT_AT + j).compare(LT, 0f);
  }

  /** Where devices are by now. */
  private static FloatVector progress(float[] scratch, int j) {
    return FloatVector.fromArray(FLOATS, scratch, PROGRESS_AT + j)
        .add(FloatVector.fromArray(FLOATS, scratch, DISTANCE_AT + j));
  }

  private static void rateTimesProgress(ResponseStep step, Block block) {
    float[] scratch = block.scratch;
    int size = block.size;
    float up = step.potentiation().rate();
    float down = step.depression().rate();
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = leftDepresses(scratch, j);
      FloatVector v = progress(scratch, j);
      FloatVector y = v.mul(pick(up, down, depresses));
      y.blend(Float.NaN, v.compare(GT, ResponseStep.PAST_THE_END)).intoArray(scratch, STEP_AT + j);
    }
  }

  private static void stepOfRate(ResponseStep step, Block block) {
    float[] scratch = block.scratch;
    int size = block.size;
    Side up = step.potentiation();
    Side down = step.depression();
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = leftDepresses(scratch, j);
      FloatVector e = exp2(FloatVector.fromArray(FLOATS, scratch, STEP_AT + j));
      FloatVector change = pick(up.change(), down.change(), depresses);
      FloatVector s = e.fma(change, pick(up.first(), down.first(), depresses));
      ZERO.blend(s, s.compare(GT, 0f)).intoArray(scratch, STEP_AT + j);
    }
  }

  private static void logOfRoom(ResponseStep step, Block block) {
    float[] scratch = block.scratch;
    int size = block.size;
    float up = step.potentiation().rate();
    float down = step.depression().rate();
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = leftDepresses(scratch, j);
      FloatVector v = progress(scratch, j);
      FloatVector room = ONE.sub(v);
      VectorMask<Float> isRoom = room.compare(GT, 0f);
      FloatVector y = log2(ONE.blend(room, isRoom), ZERO).mul(pick(up, down, depresses));
      FloatVector.broadcast(FLOATS, Float.NaN).blend(y, isRoom).intoArray(scratch, STEP_AT + j);
    }
  }

  private static void powerStep(ResponseStep step, Block block) {
    float[] scratch = block.scratch;
    int size = block.size;
    float up = step.potentiation().first();
    float down = step.depression().first();
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = leftDepresses(scratch, j);
      FloatVector y = FloatVector.fromArray(FLOATS, scratch, STEP_AT + j);
      y = y.blend(-Exp2.MAX_EXPONENT, y.compare(LT, -Exp2.MAX_EXPONENT));
      FloatVector s = exp2(y).mul(pick(up, down, depresses));
      ZERO.blend(s, s.compare(GT, 0f)).intoArray(scratch, STEP_AT + j);
    }
  }

  /** By the step, or the part of it that is left, where a step is one: NaN is none. */
  private static void movePulse(ResponseStep step, Block block) {
    float[] scratch = block.scratch;
    int size = block.size;
    boolean moves = false;
    for (int j = 0; j < size; j += LANES) {
      FloatVector left = FloatVector.fromArray(FLOATS, scratch, LEFT_AT + j);
      FloatVector distance = FloatVector.fromArray(FLOATS, scratch, DISTANCE_AT + j);
      FloatVector pulses = left.abs();
      FloatVector part = ONE.blend(pulses, pulses.compare(LT, 1f));
      FloatVector further = FloatVector.fromArray(FLOATS, scratch, STEP_AT + j).fma(part, distance);
      moves |= further.compare(NE, distance).anyTrue();
      further.intoArray(scratch, DISTANCE_AT + j);
      FloatVector rest = left.sub(part).blend(left.add(part), left.compare(LT, 0f));
      rest.intoArray(scratch, LEFT_AT + j);
    }
    block.pulses = moves ? block.pulses : 0;
  }

  private static void endPulses(ResponseStep step, Block block) {
    MemorySegment conductances = exactly(CONDUCTANCES, block.memory);
    float[] scratch = block.scratch;
    long from = block.from;
    int size = block.size;
    float rangeUp = step.potentiation().range();
    float rangeDown = step.depression().range();
    float min = step.min();
    float max = step.max();
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = FloatVector.fromArray(FLOATS, scratch, j);
      FloatVector distance = FloatVector.fromArray(FLOATS, scratch, DISTANCE_AT + j);
      FloatVector g = floats(conductances, from + j);
      FloatVector inside = clamp(g, min, max);
      VectorMask<Float> depresses = n.compare(LT, 0f);
      FloatVector moved =
          clamp(pick(rangeUp, rangeDown, depresses).fma(distance, inside), min, max);
      moved = moved.blend(pick(max, min, depresses), progress(scratch, j).compare(GE, 1f));
      moved = g.fma(ZERO, inside.blend(moved, n.compare(NE, 0f)));
      store(n.abs().fma(MINUS_ZERO, moved), conductances, from + j);
    }
  }

  /** Passes over blocks: the pulses of each device, what they do to it, its noise, and its step. */
  @Override
  public void noisy(
      NoisyDevice noisy,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment memory,
      long from,
      long to) {
    long start = firstAligned(memory, from, to);
    long end = lastWholeVector(start, Math.max(start, to - OVERREAD));
    long countOf0 = firstCount - from;
    long factorOf0 = firstFactor - from;
    REST.noisy(noisy, firstFactor, scale, counts, firstCount, memory, from, start);
    Block block = Block.ofThisThread(SCRATCH);
    for (long i = start; i < end; i += SHORT_BLOCK) {
      block.setDevices(memory, i, (int) Math.min(end - i, SHORT_BLOCK));
      block.setCounts(scale, counts.memory(), countOf0 + i);
      block.firstFactor = factorOf0 + i;
      for (int pass = 0; pass < NOISY_PASSES.size(); pass++) {
        NOISY_PASSES.get(pass).over(noisy, block);
      }
    }
    block.release();
    REST.noisy(noisy, factorOf0 + end, scale, counts, countOf0 + end, memory, end, to);
  }

  private static List<Block.Pass<NoisyDevice>> noisyPasses() {
    List<Block.Pass<NoisyDevice>> passes = new ArrayList<>();
    if (ROUNDING == PulseRounding.STOCHASTIC) {
      passes.add(VectorLoops::drawChances);
    }
    passes.add((noisy, block) -> feltPulses(noisy.device(), noisy.skipped(), noisy.most(), block));
    if (!SHORT_PASSES) {
      passes.add((noisy, block) -> approachOfScratch(noisy.device().common(), block));
    }
    if (VARIES.nonlinearity()) {
      passes.add((noisy, block) -> variedReach(noisy.device(), block));
    }
    if (NOISE != NoiseLaw.Kind.NONE) {
      passes.add(VectorLoops::drawNoise);
    }
    passes.addAll(passesOfTheLaw());
    if (NOISE.isOfRange() && VARIES.curve()) {
      passes.add(VectorLoops::rangeNoise);
    }
    passes.add(
        VARIES.curve()
            ? (noisy, block) -> variedStep(noisy.device(), block)
            : (noisy, block) -> commonStep(noisy.device(), noisy.law(), block));
    return List.copyOf(passes);
  }

  /** What noise needs of each device before it is added, and noise of each step, which e takes. */
  private static List<Block.Pass<NoisyDevice>> passesOfTheLaw() {
    return switch (NOISE) {
      case NONE, RANGE -> List.of();
      case RANGE_SQRT_N ->
          VARIES.nonlinearity() ? List.of(VectorLoops::variedRelaxation) : List.of();
      case PER_STEP ->
          VARIES.nonlinearity()
              ? List.of(
                  VectorLoops::variedSquare, VectorLoops::variedGrowth, VectorLoops::stepNoise)
              : List.of(VectorLoops::stepNoise);
    };
  }

  private static void drawChances(NoisyDevice noisy, Block block) {
    long place = noisy.firstDevice() + block.from;
    RANDOM.evenly(noisy.chance(), place, block.scratch, E_AT, block.size);
  }

  private static void drawNoise(NoisyDevice noisy, Block block) {
    long place = noisy.firstDevice() + block.from;
    RANDOM.normals(noisy.noise(), place, block.scratch, NOISE_AT, block.size);
  }

  /**
   * Leaves the pulses that each device feels at the start of scratch memory, negative for
   * depression, and, if there is room in the pass, e one block further. A factor on the
   * nonlinearity acts on e as one on the pulses does.
   */
  private static void feltPulses(VariedDevice device, float skipped, float most, Block block) {
    MemorySegment counts = exactly(COUNTS, block.counts);
    float[] scratch = block.scratch;
    long firstCount = block.firstCount;
    long firstFactor = block.firstFactor;
    float scale = block.scale;
    int size = block.size;
    MemorySegment onPulses = factorsOf(device.factors().pulses());
    MemorySegment onDown = factorsOf(device.factors().depressionPulses());
    MemorySegment onNu = factorsOf(device.factors().nonlinearity());
    MemorySegment onNuDown = factorsOf(device.factors().depressionNonlinearity());
    Polarity up = device.common().potentiation();
    Polarity down = device.common().depression();
    float deadZone = device.common().deadZone();
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = rounded(counts(counts, firstCount + j).mul(scale), scratch, j);
      VectorMask<Float> depresses = n.compare(LT, 0f);
      long factor = firstFactor + j;
      n = VARIES.pulses() ? n.mul(factors(onPulses, onDown, factor, depresses)) : n;
      n = n.blend(0f, n.abs().compare(LT, deadZone));
      n = PULSE_BY_PULSE ? part(n, depresses, skipped, most) : n;
      n = VARIES.nonlinearity() ? n.mul(factors(onNu, onNuDown, factor, depresses)) : n;
      n.intoArray(scratch, j);
      if (SHORT_PASSES) {
        FloatVector a = n.abs();
        a.fma(MINUS_ZERO, approach(a, depresses, up, down)).intoArray(scratch, E_AT + j);
      }
    }
  }

  private static FloatVector part(
      FloatVector n, VectorMask<Float> depresses, float skipped, float most) {
    FloatVector rest = n.abs().sub(skipped);
    rest = rest.blend(0f, rest.compare(LT, 0f));
    rest = rest.blend(most, rest.compare(GT, most));
    return rest.blend(rest.neg(), depresses);
  }

  /** Chances, where they are needed, lie where e will be. */
  private static FloatVector rounded(FloatVector n, float[] scratch, int j) {
    if (ROUNDING == PulseRounding.NONE) {
      return n;
    }
    FloatVector near = n;
    if (ROUNDING == PulseRounding.STOCHASTIC) {
      near = FloatVector.fromArray(FLOATS, scratch, E_AT + j).add(n);
    }
    FloatVector whole = near.add(NoisyDevice.TO_WHOLE).sub(NoisyDevice.TO_WHOLE);
    return n.blend(whole, n.abs().compare(LT, NoisyDevice.WHOLE));
  }

  /** Leaves the relaxation of each device where growth would be. */
  private static void variedRelaxation(NoisyDevice noisy, Block block) {
    float[] scratch = block.scratch;
    long firstFactor = block.firstFactor;
    int size = block.size;
    MemorySegment onNu = factorsOf(noisy.device().factors().nonlinearity());
    MemorySegment onNuDown = factorsOf(noisy.device().factors().depressionNonlinearity());
    float square = noisy.law().sigma() * noisy.law().sigma();
    float rateUp = 2f * noisy.device().common().potentiation().rate();
    float rateDown = 2f * noisy.device().common().depression().rate();
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = FloatVector.fromArray(FLOATS, scratch, j).compare(LT, 0f);
      FloatVector y = pick(rateUp, rateDown, depresses);
      y = y.mul(factors(onNu, onNuDown, firstFactor + j, depresses));
      y = y.blend(-Exp2.MAX_EXPONENT, y.compare(LT, -Exp2.MAX_EXPONENT));
      FloatVector.broadcast(FLOATS, square).div(exp2m1(y)).intoArray(scratch, GROWTH_AT + j);
    }
  }

  /** From normal numbers to noise, in their place. */
  private static void rangeNoise(NoisyDevice noisy, Block block) {
    NoiseLaw law = noisy.law();
    float[] scratch = block.scratch;
    int size = block.size;
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = FloatVector.fromArray(FLOATS, scratch, j).compare(LT, 0f);
      FloatVector e = FloatVector.fromArray(FLOATS, scratch, E_AT + j);
      noise(law, e, depresses, scratch, j).intoArray(scratch, NOISE_AT + j);
    }
  }

  /** Noise that is added to the conductance, as a part of the window. */
  private static FloatVector noise(
      NoiseLaw law, FloatVector e, VectorMask<Float> depresses, float[] scratch, int j) {
    FloatVector number = FloatVector.fromArray(FLOATS, scratch, NOISE_AT + j);
    if (NOISE == NoiseLaw.Kind.RANGE) {
      return number.mul(law.sigma());
    }
    FloatVector relaxation =
        VARIES.nonlinearity()
            ? FloatVector.fromArray(FLOATS, scratch, GROWTH_AT + j)
            : pick(law.potentiation(), law.depression(), depresses);
    return root(relaxation.mul(e.mul(e.add(2f)))).mul(number);
  }

  /** Leaves sigma^2 ((1 - r) / r)^2 of each device, for its growth. */
  private static void variedSquare(NoisyDevice noisy, Block block) {
    float[] scratch = block.scratch;
    long firstFactor = block.firstFactor;
    int size = block.size;
    MemorySegment onNu = factorsOf(noisy.device().factors().nonlinearity());
    MemorySegment onNuDown = factorsOf(noisy.device().factors().depressionNonlinearity());
    float rateUp = -noisy.device().common().potentiation().rate();
    float rateDown = -noisy.device().common().depression().rate();
    float sigma = noisy.law().sigma();
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = FloatVector.fromArray(FLOATS, scratch, j).compare(LT, 0f);
      FloatVector y = pick(rateUp, rateDown, depresses);
      y = y.mul(factors(onNu, onNuDown, firstFactor + j, depresses));
      y = y.blend(NoiseLaw.MOST_LOG, y.compare(GT, NoiseLaw.MOST_LOG));
      FloatVector step = exp2m1(y).mul(sigma);
      step.mul(step).intoArray(scratch, GROWTH_AT + j);
    }
  }

  /** From there to the growth for each pulse that a device feels. */
  private static void variedGrowth(NoisyDevice noisy, Block block) {
    MemorySegment onNu = factorsOf(noisy.device().factors().nonlinearity());
    MemorySegment onNuDown = factorsOf(noisy.device().factors().depressionNonlinearity());
    float[] scratch = block.scratch;
    long firstFactor = block.firstFactor;
    int size = block.size;
    for (int j = 0; j < size; j += LANES) {
      VectorMask<Float> depresses = FloatVector.fromArray(FLOATS, scratch, j).compare(LT, 0f);
      FloatVector square = FloatVector.fromArray(FLOATS, scratch, GROWTH_AT + j);
      FloatVector w = square.add(1f);
      log2(w, square.sub(w.sub(1f)))
          .div(factors(onNu, onNuDown, firstFactor + j, depresses))
          .intoArray(scratch, GROWTH_AT + j);
    }
  }

  /** What noise adds to e, and e. */
  private static void stepNoise(NoisyDevice noisy, Block block) {
    NoiseLaw law = noisy.law();
    float[] scratch = block.scratch;
    int size = block.size;
    float up = law.potentiation();
    float down = law.depression();
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = FloatVector.fromArray(FLOATS, scratch, j);
      FloatVector growth =
          VARIES.nonlinearity()
              ? FloatVector.fromArray(FLOATS, scratch, GROWTH_AT + j)
              : pick(up, down, n.compare(LT, 0f));
      FloatVector y = n.abs().mul(growth);
      y = y.blend(Exp2.MAX_EXPONENT, y.compare(GT, Exp2.MAX_EXPONENT));
      FloatVector spread = root(exp2m1(y));
      FloatVector e = FloatVector.fromArray(FLOATS, scratch, E_AT + j);
      FloatVector noise = e.add(1f).mul(spread);
      noise
          .mul(FloatVector.fromArray(FLOATS, scratch, NOISE_AT + j))
          .add(e)
          .intoArray(scratch, E_AT + j);
    }
  }

  private static FloatVector root(FloatVector square) {
    return ZERO.blend(square, square.compare(GT, 0f)).lanewise(SQRT);
  }

  private static void commonStep(VariedDevice varied, NoiseLaw law, Block block) {
    PulseStep device = varied.common();
    float[] scratch = block.scratch;
    MemorySegment conductances = exactly(CONDUCTANCES, block.memory);
    long from = block.from;
    int size = block.size;
    Polarity up = device.potentiation();
    Polarity down = device.depression();
    float min = device.min();
    float max = device.max();
    FloatVector range = FloatVector.broadcast(FLOATS, max - min);
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = FloatVector.fromArray(FLOATS, scratch, j);
      FloatVector e = FloatVector.fromArray(FLOATS, scratch, E_AT + j);
      FloatVector g = floats(conductances, from + j);
      FloatVector moved = approached(e, g, n.compare(LT, 0f), up, down);
      if (NOISE.isOfRange()) {
        moved = noise(law, e, n.compare(LT, 0f), scratch, j).fma(range, moved);
      }
      moved = g.blend(moved, n.compare(NE, 0f));
      FloatVector inside = g.fma(ZERO, clamp(moved, min, max));
      store(n.abs().fma(MINUS_ZERO, inside), conductances, from + j);
    }
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
    long end = lastWholeVector(from, Math.max(from, to - OVERREAD));
    float[] scratch = Scratch.floats(SHORT_BLOCK);
    for (long i = from; i < end; i += SHORT_BLOCK) {
      int size = (int) Math.min(end - i, SHORT_BLOCK);
      long past = i - from;
      if (step.noise() == Noise.NORMAL) {
        RANDOM.normals(step.draws(), firstPlace + past, scratch, 0, size);
      } else if (step.noise() == Noise.UNIFORM) {
        RANDOM.evenly(step.draws(), firstPlace + past, scratch, 0, size);
      }
      relax(step, scratch, firstSource + past, firstFactor + past, target, i, size);
    }
    long done = end - from;
    REST.relax(step, firstSource + done, firstPlace + done, firstFactor + done, target, end, to);
  }

  private static void relax(
      RelaxationStep step,
      float[] scratch,
      long firstSource,
      long firstFactor,
      MemorySegment targetMemory,
      long from,
      int size) {
    MemorySegment source = exactly(COUNTS, step.source().memory());
    MemorySegment target = exactly(CONDUCTANCES, targetMemory);
    MemorySegment onPulses = factorsOf(step.onPulses());
    FloatVector change = FloatVector.broadcast(FLOATS, step.change());
    FloatVector spread = FloatVector.broadcast(FLOATS, step.spread());
    float rest = step.rest();
    float min = step.min();
    float max = step.max();
    for (int j = 0; j < size; j += LANES) {
      FloatVector g = floats(source, firstSource + j);
      FloatVector moved = change.fma(g.sub(rest), g);
      if (NOISE != NoiseLaw.Kind.NONE) {
        moved = FloatVector.fromArray(FLOATS, scratch, j).fma(spread, moved);
      }
      if (VARIES.pulses()) {
        VectorMask<Float> stuck = factors(onPulses, firstFactor + j).compare(EQ, 0f);
        moved = moved.blend(g, stuck);
      }
      store(g.fma(ZERO, clamp(moved, min, max)), target, from + j);
    }
  }

  /** Passes over blocks: the pulses of each pair, what they do, and the step of one device. */
  @Override
  public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
    long end = lastWholeVector(from, Math.max(from, to - OVERREAD));
    long shift = col - from;
    int blockSize = blockSize(plus);
    Block block = Block.ofThisThread(SCRATCH);
    for (long i = from; i < end; i += blockSize) {
      block.setDevices(plus, i, (int) Math.min(end - i, blockSize));
      block.setPlace(row, shift + i);
      for (int pass = 0; pass < PAIR_PASSES.size(); pass++) {
        PAIR_PASSES.get(pass).over(step, block);
      }
    }
    block.release();
    REST.pairs(step, row, shift + end, plus, end, to);
  }

  /** Leaves the pulses of each pair at the start of scratch memory, positive for minus. */
  private static void pairPulses(PairStep step, Block block) {
    float[] scratch = block.scratch;
    long row = block.row;
    long col = block.col;
    int size = block.size;
    MemorySegment counts = exactly(COUNTS, step.counts().memory());
    MemorySegment onPlus = factorsOf(step.plusFactors());
    MemorySegment onMinus = factorsOf(step.minusFactors());
    long firstCount = step.counts().index(row, col);
    long plusFactor = step.plusFactors() == null ? 0 : step.plusFactors().index(row, col);
    long minusFactor = step.minusFactors() == null ? 0 : step.minusFactors().index(row, col);
    float scale = step.scale();
    float deadZone = step.device().deadZone();
    int moving = 0;
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = counts(counts, firstCount + j).mul(scale);
      if (VARIES.pulses()) {
        n = n.mul(factors(onPlus, plusFactor + j, onMinus, minusFactor + j, n.compare(GT, 0f)));
      }
      VectorMask<Float> tooFew = n.abs().compare(LT, deadZone);
      moving += LANES - tooFew.trueCount();
      n.blend(0f, tooFew).intoArray(scratch, j);
    }
    block.moving = moving;
  }

  /** From the pulses in scratch memory to e. Where there are none, e is 0 as they are. */
  private static void pairApproach(PairStep step, Block block) {
    block.eAt = block.moving == 0 ? 0 : E_AT;
    if (block.moving == 0) {
      return;
    }
    float[] scratch = block.scratch;
    int size = block.size;
    Polarity down = step.device().depression();
    for (int j = 0; j < size; j += LANES) {
      FloatVector a = FloatVector.fromArray(FLOATS, scratch, j).abs();
      a.fma(MINUS_ZERO, approach(a, down)).intoArray(scratch, E_AT + j);
    }
  }

  /**
   * Moves one device of each pair that gets pulses, puts both into the window, and refreshes pairs
   * at its end.
   */
  private static void pairStep(PairStep step, Block block) {
    MemorySegment plus = exactly(CONDUCTANCES, block.memory);
    float[] scratch = block.scratch;
    long firstPlus = block.from;
    long firstMinus = step.minus().index(block.row, block.col);
    int size = block.size;
    int eAt = block.eAt;
    MemorySegment minus = exactly(CONDUCTANCES, step.minus().memory());
    Polarity down = step.device().depression();
    float min = step.device().min();
    float max = step.device().max();
    for (int j = 0; j < size; j += LANES) {
      FloatVector n = FloatVector.fromArray(FLOATS, scratch, j);
      VectorMask<Float> onMinus = n.compare(GT, 0f);
      FloatVector e = FloatVector.fromArray(FLOATS, scratch, eAt + j);
      FloatVector p = floats(plus, firstPlus + j);
      FloatVector m = floats(minus, firstMinus + j);
      FloatVector g = p.blend(m, onMinus);
      FloatVector moved = approached(e, g, onMinus, down, down);
      // What saturates cannot get so far out that it is no number.
      moved = SATURATES ? moved : g.fma(ZERO, e.abs().fma(MINUS_ZERO, clamp(moved, min, max)));
      // Without a pulse only -0.0 moves, to 0.0, which is what the window does if it begins at 0.
      p =
          WINDOW_FROM_0
              ? moved.blend(p, onMinus)
              : p.blend(moved, n.compare(NE, 0f).andNot(onMinus));
      m = m.blend(moved, onMinus);
      p = p.fma(ZERO, clamp(p, min, max));
      m = m.fma(ZERO, clamp(m, min, max));
      VectorMask<Float> minusAtEnd = m.compare(LE, min).and(p.compare(GE, min));
      VectorMask<Float> plusAtEnd = p.compare(LE, min).and(m.compare(GT, min));
      FloatVector up = FloatVector.broadcast(FLOATS, max).sub(m.blend(p, minusAtEnd)).add(min);
      // Not below the lower end: what is added to it is not negative.
      FloatVector mirrored = clampAbove(up, max);
      // Written out: after so many nodes C2 inlines only the Vector API's own methods.
      p.blend(mirrored, plusAtEnd)
          .blend(max, minusAtEnd)
          .intoMemorySegment(plus, (firstPlus + j) * Float.BYTES, ORDER);
      m.blend(max, plusAtEnd)
          .blend(mirrored, minusAtEnd)
          .intoMemorySegment(minus, (firstMinus + j) * Float.BYTES, ORDER);
    }
  }

  private static MemorySegment factorsOf(@Nullable Matrix factors) {
    return exactly(OFF_HEAP, factors == null ? NO_FACTORS : factors.memory());
  }

  /** Those of each lane's polarity. */
  private static FloatVector factors(
      MemorySegment up, MemorySegment down, long i, VectorMask<Float> depresses) {
    return VARIES.polarities() ? factors(up, i, down, i, depresses) : factors(up, i);
  }

  private static FloatVector factors(
      MemorySegment ofOne, long one, MemorySegment ofOther, long other, VectorMask<Float> isOther) {
    return factors(halves(ofOne, one).blend(halves(ofOther, other), isOther.cast(INTS)));
  }

  private static FloatVector factors(MemorySegment factors, long i) {
    return factors(halves(factors, i));
  }

  /** From float16, exactly: the exponent's bias is put right by a multiplication. */
  private static FloatVector factors(IntVector halves) {
    return halves.lanewise(LSHL, 13).reinterpretAsFloats().mul(0x1p112f);
  }

  private static IntVector halves(MemorySegment factors, long i) {
    ShortVector halves = ShortVector.fromMemorySegment(SHORTS, factors, i * Short.BYTES, ORDER);
    return (IntVector) halves.convertShape(S2I, INTS, 0);
  }

  @Override
  public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
    for (int panel = fromCol; panel < toCol; panel += ProductBlock.PANEL) {
      for (int j = 0; j < ProductBlock.PANEL; j += 2 * LANES) {
        sumsOf(block, group, panel * block.batch() + j, panel + j);
      }
    }
  }

  /**
   * Six rows and two vectors of columns: twelve chains of multiply-adds keep two units busy, and
   * fit into 16 registers. They begin as new vectors: from {@link #ZERO} on, which is an object, C2
   * keeps them in boxes, and the sum of 64 takes 70 ns a device in place of 1.4.
   */
  private static void sumsOf(ProductBlock block, int group, int firstFactor, int col) {
    float[] xs = block.rowFactors();
    float[] ds = block.colFactors();
    int batch = block.batch();
    int rows = block.rows();
    int firstRow = group * ProductBlock.ROWS;
    FloatVector a0 = FloatVector.zero(FLOATS);
    FloatVector a1 = FloatVector.zero(FLOATS);
    FloatVector b0 = FloatVector.zero(FLOATS);
    FloatVector b1 = FloatVector.zero(FLOATS);
    FloatVector c0 = FloatVector.zero(FLOATS);
    FloatVector c1 = FloatVector.zero(FLOATS);
    FloatVector d0 = FloatVector.zero(FLOATS);
    FloatVector d1 = FloatVector.zero(FLOATS);
    FloatVector e0 = FloatVector.zero(FLOATS);
    FloatVector e1 = FloatVector.zero(FLOATS);
    FloatVector f0 = FloatVector.zero(FLOATS);
    FloatVector f1 = FloatVector.zero(FLOATS);
    for (int b = 0; b < batch; b++) {
      int x = firstRow + b * rows;
      int d = firstFactor + b * ProductBlock.PANEL;
      FloatVector first = FloatVector.fromArray(FLOATS, ds, d);
      FloatVector second = FloatVector.fromArray(FLOATS, ds, d + LANES);
      FloatVector factor = FloatVector.broadcast(FLOATS, xs[x]);
      a0 = first.fma(factor, a0);
      a1 = second.fma(factor, a1);
      factor = FloatVector.broadcast(FLOATS, xs[x + 1]);
      b0 = first.fma(factor, b0);
      b1 = second.fma(factor, b1);
      factor = FloatVector.broadcast(FLOATS, xs[x + 2]);
      c0 = first.fma(factor, c0);
      c1 = second.fma(factor, c1);
      factor = FloatVector.broadcast(FLOATS, xs[x + 3]);
      d0 = first.fma(factor, d0);
      d1 = second.fma(factor, d1);
      factor = FloatVector.broadcast(FLOATS, xs[x + 4]);
      e0 = first.fma(factor, e0);
      e1 = second.fma(factor, e1);
      factor = FloatVector.broadcast(FLOATS, xs[x + 5]);
      f0 = first.fma(factor, f0);
      f1 = second.fma(factor, f1);
    }
    float[] sums = block.sumValues();
    int cols = block.cols();
    int sum = block.firstSum(group) + col;
    a0.intoArray(sums, sum);
    a1.intoArray(sums, sum + LANES);
    b0.intoArray(sums, sum + cols);
    b1.intoArray(sums, sum + cols + LANES);
    c0.intoArray(sums, sum + 2 * cols);
    c1.intoArray(sums, sum + 2 * cols + LANES);
    d0.intoArray(sums, sum + 3 * cols);
    d1.intoArray(sums, sum + 3 * cols + LANES);
    e0.intoArray(sums, sum + 4 * cols);
    e1.intoArray(sums, sum + 4 * cols + LANES);
    f0.intoArray(sums, sum + 5 * cols);
    f1.intoArray(sums, sum + 5 * cols + LANES);
  }

  /**
   * Two passes over blocks that stay in L1, the first leaving its result in place of the
   * conductance: as one loop it exceeds the nodes that C2 inlines (NodeCountInliningCutoff), is
   * boxed, and costs 4 to 20 ns a device.
   */
  @Override
  public void changeField(FieldStep step, MemorySegment memory, long from, long to) {
    long start = firstAligned(memory, from, to);
    long end = lastWholeVector(start, to);
    REST.changeField(step, memory, from, start);
    for (long i = start; i < end; i += BLOCK) {
      long blockEnd = Math.min(end, i + BLOCK);
      toLogarithm(step, memory, i, blockEnd);
      throughNewCurve(step, memory, i, blockEnd);
    }
    REST.changeField(step, memory, end, to);
  }

  /** Replaces g by log2(w), its place on the old curve. */
  private static void toLogarithm(FieldStep step, MemorySegment memory, long from, long to) {
    MemorySegment conductances = exactly(CONDUCTANCES, memory);
    float oldMin = step.oldMin();
    float oldMax = step.oldMax();
    float curvature = step.curvature();
    float floor = step.floor();
    for (long i = from; i < to; i += LANES) {
      FloatVector g = floats(conductances, i);
      FloatVector inside = g.fma(ZERO, clamp(g, oldMin, oldMax));
      FloatVector z = FloatVector.broadcast(FLOATS, oldMax).sub(inside).mul(curvature);
      FloatVector w = ONE.sub(z);
      FloatVector rest = ONE.sub(w).sub(z);
      VectorMask<Float> nearBottom = z.compare(GT, 0.5f);
      FloatVector fromBottom = inside.sub(oldMin).fma(curvature, floor);
      log2(w.blend(fromBottom, nearBottom), rest.blend(ZERO, nearBottom))
          .intoMemorySegment(conductances, i * Float.BYTES, ORDER);
    }
  }

  /** Replaces log2(w) by the conductance there on the new curve. */
  private static void throughNewCurve(FieldStep step, MemorySegment memory, long from, long to) {
    MemorySegment conductances = exactly(CONDUCTANCES, memory);
    float exponent = step.exponent();
    float amplitude = step.amplitude();
    float newMin = step.newMin();
    float newMax = step.newMax();
    for (long i = from; i < to; i += LANES) {
      FloatVector log = floats(conductances, i);
      FloatVector y = log.mul(exponent);
      y = y.blend(Exp2.MAX_EXPONENT, y.compare(GT, Exp2.MAX_EXPONENT));
      y = y.blend(-Exp2.MAX_EXPONENT, y.compare(LT, -Exp2.MAX_EXPONENT));
      FloatVector e = exp2m1(y);
      FloatVector read = clamp(e.fma(amplitude, newMax), newMin, newMax);
      log.fma(ZERO, read).intoMemorySegment(conductances, i * Float.BYTES, ORDER);
    }
  }

  @Override
  public String description() {
    return CONSTANTS.toString();
  }

  /**
   * e of so many pulses of each lane's polarity. Numbers that are not negative are in the order of
   * their bits, but so is NaN, which the caller must put back.
   */
  private static FloatVector approach(
      FloatVector pulses, VectorMask<Float> depresses, Polarity up, Polarity down) {
    return approach(
        pulses,
        pick(up.maxPulses(), down.maxPulses(), depresses),
        LINEAR
            ? pick(up.slope(), down.slope(), depresses)
            : pick(up.rate(), down.rate(), depresses),
        SATURATES ? ZERO : pick(up.rateTail(), down.rateTail(), depresses));
  }

  /** Where all lanes have one polarity. */
  private static FloatVector approach(FloatVector pulses, Polarity polarity) {
    return approach(
        pulses,
        FloatVector.broadcast(FLOATS, polarity.maxPulses()),
        FloatVector.broadcast(FLOATS, LINEAR ? polarity.slope() : polarity.rate()),
        FloatVector.broadcast(FLOATS, polarity.rateTail()));
  }

  private static FloatVector approach(
      FloatVector pulses, FloatVector most, FloatVector rate, FloatVector rateTail) {
    FloatVector a = pulses.reinterpretAsInts().min(most.reinterpretAsInts()).reinterpretAsFloats();
    if (LINEAR) {
      return a.mul(rate);
    }
    FloatVector k = a.fma(rate, FloatVector.broadcast(FLOATS, Exp2.ROUND));
    FloatVector f = a.fma(rate, FloatVector.broadcast(FLOATS, Exp2.ROUND).sub(k));
    return exp2m1(k, SATURATES ? f : a.fma(rateTail, f));
  }

  private static FloatVector approached(
      FloatVector e, FloatVector g, VectorMask<Float> depresses, Polarity up, Polarity down) {
    FloatVector distance = g.sub(pick(up.asymptote(), down.asymptote(), depresses));
    return e.fma(
        SATURATES
            ? distance
            : distance.sub(pick(up.asymptoteTail(), down.asymptoteTail(), depresses)),
        g);
  }

  /** 2^y - 1. */
  private static FloatVector exp2m1(FloatVector y) {
    FloatVector k = y.add(Exp2.ROUND);
    return exp2m1(k, FloatVector.broadcast(FLOATS, Exp2.ROUND).sub(k).add(y));
  }

  /** 2^y. */
  private static FloatVector exp2(FloatVector y) {
    FloatVector round = FloatVector.broadcast(FLOATS, Exp2.ROUND);
    FloatVector k = y.add(round);
    FloatVector scale =
        k.reinterpretAsInts().lanewise(LSHL, Exp2.MANTISSA_BITS).reinterpretAsFloats();
    return exp2m1(round, round.sub(k).add(y)).fma(scale, scale);
  }

  /** 2^y - 1 from y = (k - ROUND) + f. */
  private static FloatVector exp2m1(FloatVector k, FloatVector f) {
    FloatVector square = f.fma(f, FloatVector.broadcast(FLOATS, Exp2.NORMAL));
    FloatVector p = f.fma(Exp2.C6, Exp2.C5).fma(square, f.fma(Exp2.C4, Exp2.C3));
    p = p.fma(f, FloatVector.broadcast(FLOATS, Exp2.C2));
    p = p.fma(f, FloatVector.broadcast(FLOATS, Exp2.C1));
    FloatVector scale =
        k.reinterpretAsInts().lanewise(LSHL, Exp2.MANTISSA_BITS).reinterpretAsFloats();
    return p.fma(f.mul(scale), scale.sub(ONE));
  }

  /** log2(w + rest) for positive, normal w. */
  private static FloatVector log2(FloatVector w, FloatVector rest) {
    IntVector bits = w.reinterpretAsInts();
    IntVector e = bits.sub(Log2.SQRT_HALF_BITS).lanewise(ASHR, Exp2.MANTISSA_BITS);
    IntVector shift = e.lanewise(LSHL, Exp2.MANTISSA_BITS);
    FloatVector m = bits.sub(shift).reinterpretAsFloats().sub(ONE);
    FloatVector unscale = shift.neg().add(Log2.ONE_BITS).reinterpretAsFloats();
    FloatVector h = rest.fma(unscale, m);
    return logPolynomial(h).fma(h, (FloatVector) e.convertShape(I2F, FLOATS, 0));
  }

  private static FloatVector logPolynomial(FloatVector h) {
    FloatVector p = h.fma(Log2.C10, Log2.C9);
    p = p.fma(h, FloatVector.broadcast(FLOATS, Log2.C8));
    p = p.fma(h, FloatVector.broadcast(FLOATS, Log2.C7));
    p = p.fma(h, FloatVector.broadcast(FLOATS, Log2.C6));
    p = p.fma(h, FloatVector.broadcast(FLOATS, Log2.C5));
    p = p.fma(h, FloatVector.broadcast(FLOATS, Log2.C4));
    p = p.fma(h, FloatVector.broadcast(FLOATS, Log2.C3));
    p = p.fma(h, FloatVector.broadcast(FLOATS, Log2.C2));
    return p.fma(h, FloatVector.broadcast(FLOATS, Log2.C1));
  }

  /**
   * By comparison, as in the scalar backend: Java's min and max of floats treat NaN otherwise and
   * cost three times as much. Where the window has no negative numbers floats are in the order of
   * their bits, and the comparison of integers is faster still by half, but takes NaN for a number:
   * who calls this must see to it that NaN gets through.
   */
  private static FloatVector clamp(FloatVector g, float min, float max) {
    return clamp(g, FloatVector.broadcast(FLOATS, min), FloatVector.broadcast(FLOATS, max));
  }

  private static FloatVector clamp(FloatVector g, FloatVector min, FloatVector max) {
    if (WINDOW_FROM_0) {
      return g.reinterpretAsInts()
          .max(min.reinterpretAsInts())
          .min(max.reinterpretAsInts())
          .reinterpretAsFloats();
    }
    FloatVector below = g.blend(max, g.compare(GT, max));
    return below.blend(min, below.compare(LT, min));
  }

  /** The upper half of {@link #clamp}, under the same conditions. */
  private static FloatVector clampAbove(FloatVector g, float max) {
    if (WINDOW_FROM_0) {
      return g.reinterpretAsInts().min(Float.floatToRawIntBits(max)).reinterpretAsFloats();
    }
    return g.blend(max, g.compare(GT, max));
  }

  private static FloatVector pick(float up, float down, VectorMask<Float> depresses) {
    return FloatVector.broadcast(FLOATS, up).blend(down, depresses);
  }

  private static FloatVector counts(MemorySegment counts, long i) {
    return INT8 ? (FloatVector) bytes(counts, i).convertShape(B2F, FLOATS, 0) : floats(counts, i);
  }

  private static IntVector integers(MemorySegment counts, long i) {
    return (IntVector) bytes(counts, i).convertShape(B2I, INTS, 0);
  }

  private static ByteVector bytes(MemorySegment counts, long i) {
    return ByteVector.fromMemorySegment(BYTES, counts, i, ORDER);
  }

  private static FloatVector floats(MemorySegment memory, long i) {
    return FloatVector.fromMemorySegment(FLOATS, memory, i * Float.BYTES, ORDER);
  }

  private static void store(FloatVector g, MemorySegment memory, long i) {
    g.intoMemorySegment(memory, i * Float.BYTES, ORDER);
  }

  /**
   * Where the vectors begin: one that straddles two cache lines costs twice, and of 512 bits every
   * one does unless the first is aligned. Uniform pulses at 4096 x 4096 on the heap, one thread:
   * 0.19 to 0.23 ns a device without this, 0.11 to 0.14 with it (AMD EPYC Zen 5, JDK 25, JMH,
   * 2026-11). In a short range that is less than the devices before the first vector cost.
   */
  private static long firstAligned(MemorySegment memory, long from, long to) {
    if (to - from < SHORT) {
      return from;
    }
    long place = memory.address() / Float.BYTES + HEADER + from;
    return from + Math.floorMod(-place, LANES);
  }

  /**
   * Whether the devices after the last whole vector can be done in one more vector, together with
   * some before them. Those get their pulses once all the same: the vector starts from what was
   * there before any of them moved, and so writes the bits that they have already.
   *
   * <p>One by one they cost 4 ns each. A masked store would do without the overlap, but costs more
   * than this one on Zen 5, and is no instruction at all on 64-bit Arm without SVE. Blocks with
   * rows of 511 devices, off the heap, 512 bits: uniform 0.073 to 0.061 ns a device, float32 counts
   * 0.35 to 0.26 (JDK 25, 2026-11).
   */
  private static boolean overlaps(long from, long to) {
    return OVERREAD == 0 && to - from >= LANES;
  }

  private static long lastWholeVector(long from, long to) {
    return to - (to - from) % LANES;
  }

  /** Tells C2 the exact class of the memory: after this test it is a constant of the copy. */
  private static MemorySegment exactly(Class<?> expected, MemorySegment memory) {
    if (memory.getClass() != expected) {
      throw new IllegalStateException(
          "loops made for %s were given %s".formatted(expected, memory.getClass()));
    }
    return memory;
  }
}
