package io.github.remanence.kernel.step;

import io.github.remanence.kernel.random.Draws;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What happens to conductances without pulses, or when they are read or drawn: with xi a random
 * number,
 *
 * <pre>
 * g' = clamp(g + change (g - rest) + spread xi)
 * </pre>
 *
 * @param source where conductances are; those of a relaxation itself, if it happens in place
 * @param change what becomes of the distance to the rest, less 1: 0 for nothing, -1 for rest
 * @param rest the value that conductances go to
 * @param noise the law of xi
 * @param spread what xi is multiplied by
 * @param min lower end of the window; -infinity if there is none
 * @param max upper end of the window; infinity if there is none
 * @param draws of the noise
 * @param places where the devices are in the whole crossbar
 * @param onPulses float16 factors of the devices on pulses; those with factor 0 are stuck and stay
 *     as they are; null if all move
 */
public record RelaxationStep(
    Matrix source,
    float change,
    float rest,
    Noise noise,
    float spread,
    float min,
    float max,
    Draws draws,
    Places places,
    @Nullable Matrix onPulses)
    implements RowStep {

  /** A law of random numbers. */
  public enum Noise {
    /** None are drawn. */
    NONE,
    /** Standard normal. */
    NORMAL,
    /** Even, from -1/2 to 1/2. */
    UNIFORM
  }

  /** What a word is multiplied by to be an even number. */
  public static final float OF_WORD = 0x1p-32f;

  /**
   * The places of devices in the whole crossbar.
   *
   * @param first that of the first one
   * @param rowStride from the start of a row to the start of the next
   */
  public record Places(long first, long rowStride) {}

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment target, long from, long to, long row, long col) {
    long place = places.first() + row * places.rowStride() + col;
    long firstFactor = onPulses == null ? 0 : onPulses.index(row, col);
    backend.relax(this, source.index(row, col), place, firstFactor, target, from, to);
  }

  @Override
  public boolean isRowless() {
    return source.isGapless()
        && (source.rows() <= 1 || places.rowStride() == source.cols())
        && (onPulses == null || onPulses.isGapless());
  }
}
