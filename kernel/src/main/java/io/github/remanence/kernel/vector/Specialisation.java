package io.github.remanence.kernel.vector;

import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is constant in one copy of {@link VectorLoops}.
 *
 * @param bits the vector width
 * @param conductances the class of the memory segments that hold conductances
 * @param onHeap whether these are arrays
 * @param counts the class of the memory segments that hold counts, or the one of the conductances
 *     where there are none
 * @param type how counts are stored
 * @param saturates whether no pulse does more than the one before
 * @param linear whether every pulse does as much as the one before, and e needs no exponential
 * @param windowFrom0 whether the window has no negative conductances
 * @param family of the responses, if each is computed as its family wants
 * @param varies what differs from device to device
 * @param noise what the deviation of a noisy device is a part of
 * @param rounding how counts are rounded
 * @param pulseByPulse whether a part of the pulses is done at once, or all
 */
record Specialisation(
    int bits,
    Class<? extends MemorySegment> conductances,
    boolean onHeap,
    Class<? extends MemorySegment> counts,
    ElementType type,
    boolean saturates,
    boolean linear,
    boolean windowFrom0,
    ResponseStep.@Nullable Family family,
    Varies varies,
    NoiseLaw.Kind noise,
    PulseRounding rounding,
    boolean pulseByPulse) {

  /**
   * Code, not state: a copy is the same whoever asked for it first, and compiling it twice would be
   * a waste.
   */
  private static final Map<Specialisation, Loops> COPIES = new ConcurrentHashMap<>();

  /**
   * The copy of the loops for these constants, made when it is first asked for.
   *
   * @param shareAtFirst whether they share their work while they are slow
   */
  RangeKernel loops(boolean shareAtFirst) {
    Loops loops = COPIES.computeIfAbsent(this, Loops::of);
    return shareAtFirst ? loops.sharing : loops.vectors;
  }

  private record Loops(RangeKernel vectors, RangeKernel sharing) {
    static Loops of(Specialisation constants) {
      RangeKernel vectors = (RangeKernel) HiddenCopy.of(VectorLoops.class, constants);
      return new Loops(vectors, new ColdStart(vectors, System::nanoTime));
    }
  }
}
