package io.github.remanence.kernel.vector;

import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
 * @param varies what differs from device to device
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
    Varies varies) {

  /**
   * Code, not state: a copy is the same whoever asked for it first, and compiling it twice would be
   * a waste.
   */
  private static final Map<Specialisation, RangeKernel> COPIES = new ConcurrentHashMap<>();

  /** The copy of the loops for these constants, made when it is first asked for. */
  RangeKernel loops() {
    return COPIES.computeIfAbsent(this, Specialisation::define);
  }

  /** The constants of the copy that asks. */
  static Specialisation of(MethodHandles.Lookup copy) {
    try {
      Specialisation constants =
          MethodHandles.classData(copy, ConstantDescs.DEFAULT_NAME, Specialisation.class);
      if (constants == null) {
        throw new IllegalStateException("VectorLoops is used through its specialised copies only");
      }
      return constants;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a class may always read its own data", e);
    }
  }

  private static RangeKernel define(Specialisation constants) {
    try (InputStream code = VectorLoops.class.getResourceAsStream("VectorLoops.class")) {
      if (code == null) {
        throw new IllegalStateException(
            "VectorLoops.class is missing beside Specialisation.class: the jar is incomplete");
      }
      MethodHandles.Lookup copy =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(code.readAllBytes(), constants, true);
      return (RangeKernel) copy.lookupClass().getDeclaredConstructor().newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("VectorLoops.class cannot be read", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("VectorLoops cannot be specialised for " + constants, e);
    }
  }
}
