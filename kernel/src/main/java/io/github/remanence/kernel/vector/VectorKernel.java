package io.github.remanence.kernel.vector;

import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.ProductBlock;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * The vector backend at one width: hands each call to the {@link VectorLoops} made for its memory.
 *
 * <p>Every width gives the same bits. Wider than the hardware is correct, but slow.
 */
public final class VectorKernel implements RangeKernel {

  /** Widths in bits: all that the Vector API has on x86 and 64-bit Arm. */
  public static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);

  private static final MemorySegment NO_MEMORY = MemorySegment.ofArray(new float[0]);

  private final int bits;
  private final boolean shareAtFirst;
  private volatile Copy[] copies = {};

  /**
   * The backend at a width, which does everything by vectors from the start.
   *
   * @param bits one of {@link #WIDTHS}
   */
  public VectorKernel(int bits) {
    this(bits, /* shareAtFirst= */ false);
  }

  private VectorKernel(int bits, boolean shareAtFirst) {
    if (!WIDTHS.contains(bits)) {
      throw new IllegalArgumentException(
          "a vector is %s bits wide, was asked for %d".formatted(WIDTHS, bits));
    }
    this.bits = bits;
    this.shareAtFirst = shareAtFirst;
  }

  /** The width that the hardware prefers. */
  public static int preferredBits() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize();
  }

  /**
   * The backend at the width that the hardware prefers. While a loop is not compiled the scalar
   * backend, which gives the same bits, does most of its work: the first update of a program would
   * take a second otherwise.
   */
  public static VectorKernel preferred() {
    return new VectorKernel(preferredBits(), /* shareAtFirst= */ true);
  }

  @Override
  public void uniform(AffineStep step, MemorySegment conductances, long from, long to) {
    loops(conductances, conductances, ElementType.FLOAT32, step.min() >= 0)
        .uniform(step, conductances, from, to);
  }

  @Override
  public void tabulated(
      CountTable table,
      MemorySegment counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    loops(conductances, counts, ElementType.INT8, table.device(), Varies.NOTHING)
        .tabulated(table, counts, firstCount, conductances, from, to);
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
    loops(conductances, counts.memory(), counts.type(), step, Varies.NOTHING)
        .counted(step, scale, counts, firstCount, conductances, from, to);
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
    loops(conductances, counts.memory(), counts.type(), device.common(), device.varies())
        .varied(device, firstFactor, scale, counts, firstCount, conductances, from, to);
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
    loops(
            conductances,
            counts.memory(),
            counts.type(),
            /* saturates= */ true,
            /* linear= */ false,
            step.min() >= 0,
            step.family(),
            step.varies(),
            NoiseLaw.Kind.NONE,
            PulseRounding.NONE,
            /* pulseByPulse= */ false)
        .responded(step, firstFactor, scale, counts, firstCount, conductances, from, to);
  }

  @Override
  public void noisy(
      NoisyDevice noisy,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    loops(conductances, counts.memory(), counts.type(), noisy)
        .noisy(noisy, firstFactor, scale, counts, firstCount, conductances, from, to);
  }

  @Override
  public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
    Varies varies = step.plusFactors() == null ? Varies.NOTHING : Varies.PULSES;
    Matrix counts = step.counts();
    loops(plus, counts.memory(), counts.type(), step.device(), varies)
        .pairs(step, row, col, plus, from, to);
  }

  @Override
  public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
    loops(NO_MEMORY, NO_MEMORY, ElementType.FLOAT32, /* windowFrom0= */ true)
        .sumOfProducts(block, group, fromCol, toCol);
  }

  @Override
  public void changeField(FieldStep step, MemorySegment conductances, long from, long to) {
    boolean windowsFrom0 = step.oldMin() >= 0 && step.newMin() >= 0;
    loops(conductances, conductances, ElementType.FLOAT32, windowsFrom0)
        .changeField(step, conductances, from, to);
  }

  /** The source stands where counts stand otherwise: a second memory that is read. */
  @Override
  public void relax(
      RelaxationStep step,
      long firstSource,
      long firstPlace,
      long firstFactor,
      MemorySegment target,
      long from,
      long to) {
    loops(
            target,
            step.source().memory(),
            ElementType.FLOAT32,
            /* saturates= */ true,
            /* linear= */ false,
            step.min() >= 0,
            /* family= */ null,
            step.onPulses() == null ? Varies.NOTHING : Varies.PULSES,
            step.noise() == RelaxationStep.Noise.NONE ? NoiseLaw.Kind.NONE : NoiseLaw.Kind.RANGE,
            PulseRounding.NONE,
            /* pulseByPulse= */ false)
        .relax(step, firstSource, firstPlace, firstFactor, target, from, to);
  }

  @Override
  public String description() {
    return "vector, %d bits".formatted(bits);
  }

  /** For a step that knows nothing of pulses. */
  private RangeKernel loops(
      MemorySegment conductances, MemorySegment counts, ElementType type, boolean windowFrom0) {
    return loops(
        conductances,
        counts,
        type,
        /* saturates= */ true,
        /* linear= */ false,
        windowFrom0,
        /* family= */ null,
        Varies.NOTHING,
        NoiseLaw.Kind.NONE,
        PulseRounding.NONE,
        /* pulseByPulse= */ false);
  }

  /** For devices that take their pulses as they are given. */
  private RangeKernel loops(
      MemorySegment conductances,
      MemorySegment counts,
      ElementType type,
      PulseStep device,
      Varies varies) {
    return loops(
        conductances,
        counts,
        type,
        device.saturates(),
        device.isLinear(),
        device.min() >= 0,
        /* family= */ null,
        varies,
        NoiseLaw.Kind.NONE,
        PulseRounding.NONE,
        /* pulseByPulse= */ false);
  }

  private RangeKernel loops(
      MemorySegment conductances, MemorySegment counts, ElementType type, NoisyDevice noisy) {
    PulseStep common = noisy.device().common();
    return loops(
        conductances,
        counts,
        type,
        common.saturates(),
        common.isLinear(),
        common.min() >= 0,
        /* family= */ null,
        noisy.device().varies(),
        noisy.law().kind(),
        noisy.rounding(),
        noisy.law().pulseByPulse());
  }

  /**
   * Those in use so far are few, and to look through them allocates nothing: for which the
   * constants of a copy come one by one, and not as an object.
   */
  private RangeKernel loops(
      MemorySegment conductances,
      MemorySegment counts,
      ElementType type,
      boolean saturates,
      boolean linear,
      boolean windowFrom0,
      ResponseStep.@Nullable Family family,
      Varies varies,
      NoiseLaw.Kind noise,
      PulseRounding rounding,
      boolean pulseByPulse) {
    for (Copy copy : copies) {
      Specialisation its = copy.constants;
      if (its.conductances() == conductances.getClass()
          && its.counts() == counts.getClass()
          && its.type() == type
          && its.saturates() == saturates
          && its.linear() == linear
          && its.windowFrom0() == windowFrom0
          && its.family() == family
          && its.noise() == noise
          && its.rounding() == rounding
          && its.pulseByPulse() == pulseByPulse
          && its.varies().equals(varies)) {
        return copy.loops;
      }
    }
    Specialisation constants =
        new Specialisation(
            bits,
            conductances.getClass(),
            conductances.heapBase().isPresent(),
            counts.getClass(),
            type,
            saturates,
            linear,
            windowFrom0,
            family,
            varies,
            noise,
            rounding,
            pulseByPulse);
    return add(new Copy(constants, constants.loops(shareAtFirst))).loops;
  }

  /** Two threads may add the same copy; it is there twice then, and works. */
  private synchronized Copy add(Copy copy) {
    Copy[] more = Arrays.copyOf(copies, copies.length + 1);
    more[copies.length] = copy;
    copies = more;
    return copy;
  }

  private record Copy(Specialisation constants, RangeKernel loops) {}
}
