package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What is wrong with the values of a crossbar or of a matrix of pulse counts, as numbers of
 * devices.
 *
 * @param notFinite NaN or infinite: an update makes these NaN
 * @param outsideWindow finite, but outside the conductance window: an update brings these in
 */
public record Census(long notFinite, long outsideWindow) {

  static Census of(MemorySegment conductances, long devices, DeviceCurve curve) {
    float min = (float) curve.minConductance();
    float max = (float) curve.maxConductance();
    long notFinite = 0;
    long outside = 0;
    for (long i = 0; i < devices; i++) {
      float g = conductances.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      notFinite += Float.isFinite(g) ? 0 : 1;
      outside += g >= min && g <= max ? 0 : 1;
    }
    return new Census(notFinite, outside - notFinite);
  }

  /** True if every value is finite and inside the window. */
  public boolean isClean() {
    return notFinite == 0 && outsideWindow == 0;
  }
}
