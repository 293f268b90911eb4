package io.github.remanence.kernel.vector;

import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountType;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import java.lang.foreign.MemorySegment;
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

  private final int bits;
  private volatile @Nullable Copy last;

  /**
   * The backend at a width.
   *
   * @param bits one of {@link #WIDTHS}
   */
  public VectorKernel(int bits) {
    if (!WIDTHS.contains(bits)) {
      throw new IllegalArgumentException(
          "a vector is %s bits wide, was asked for %d".formatted(WIDTHS, bits));
    }
    this.bits = bits;
  }

  /** The width that the hardware prefers. */
  public static int preferredBits() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize();
  }

  @Override
  public void uniform(AffineStep step, MemorySegment conductances, long from, long to) {
    loops(conductances, conductances, CountType.FLOAT32).uniform(step, conductances, from, to);
  }

  @Override
  public void perDevice(
      PulseStep step,
      CountType type,
      MemorySegment counts,
      MemorySegment conductances,
      long from,
      long to) {
    loops(conductances, counts, type).perDevice(step, type, counts, conductances, from, to);
  }

  @Override
  public void changeField(FieldStep step, MemorySegment conductances, long from, long to) {
    loops(conductances, conductances, CountType.FLOAT32).changeField(step, conductances, from, to);
  }

  @Override
  public String description() {
    return "vector, %d bits".formatted(bits);
  }

  /**
   * Memory seldom changes its kind from call to call, so the last copy is asked first: it costs no
   * allocation.
   */
  private RangeKernel loops(MemorySegment conductances, MemorySegment counts, CountType type) {
    Copy copy = last;
    if (copy == null || !copy.constants.fits(conductances, counts, type)) {
      Specialisation constants =
          new Specialisation(
              bits,
              conductances.getClass(),
              conductances.heapBase().isPresent(),
              counts.getClass(),
              type);
      copy = new Copy(constants, constants.loops());
      last = copy;
    }
    return copy.loops;
  }

  private record Copy(Specialisation constants, RangeKernel loops) {}
}
