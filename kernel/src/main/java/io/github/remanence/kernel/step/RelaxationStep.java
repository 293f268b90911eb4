package io.github.remanence.kernel.step;

import io.github.remanence.kernel.random.Draws;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What happens to conductances without pulses, or when they are read: with xi a normal number,
 *
 * <pre>
 * g' = clamp(g + change (g - rest) + spread xi)
 * </pre>
 *
 * @param source where conductances are; those of a relaxation itself, if it happens in place
 * @param change what becomes of the distance to the rest, less 1: 0 for nothing, -1 for rest
 * @param rest the value that conductances go to
 * @param spread standard deviation of the noise; 0 draws no number
 * @param min lower end of the window; -infinity if there is none
 * @param max upper end of the window; infinity if there is none
 * @param draws of the noise
 * @param firstDevice the place in the whole crossbar of the first device of the source
 * @param onPulses float16 factors of the devices on pulses; those with factor 0 are stuck and stay
 *     as they are; null if all move
 */
public record RelaxationStep(
    Matrix source,
    float change,
    float rest,
    float spread,
    float min,
    float max,
    Draws draws,
    long firstDevice,
    @Nullable Matrix onPulses)
    implements RowStep {

  @Override
  public void applyToRow(
      RangeKernel backend, MemorySegment target, long from, long to, long row, long col) {
    long firstFactor = onPulses == null ? 0 : onPulses.index(row, col);
    backend.relax(this, source.index(row, col), firstFactor, target, from, to);
  }

  @Override
  public boolean isRowless() {
    return source.isGapless() && (onPulses == null || onPulses.isGapless());
  }
}
