package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.step.Matrix;
import java.lang.foreign.ValueLayout;

/**
 * What is wrong with the values of a crossbar or of a matrix of pulse counts, as numbers of
 * devices.
 *
 * @param notFinite NaN or infinite: an update makes these NaN
 * @param outsideWindow finite, but outside the conductance window: an update brings these in
 */
public record Census(long notFinite, long outsideWindow) {

  static Census of(Matrix conductances, DeviceCurve curve) {
    float min = (float) curve.minConductance();
    float max = (float) curve.maxConductance();
    long notFinite = 0;
    long outside = 0;
    for (long row = 0; row < conductances.rows(); row++) {
      for (long col = 0; col < conductances.cols(); col++) {
        long place = conductances.index(row, col);
        float g = conductances.memory().getAtIndex(ValueLayout.JAVA_FLOAT, place);
        notFinite += Float.isFinite(g) ? 0 : 1;
        outside += g >= min && g <= max ? 0 : 1;
      }
    }
    return new Census(notFinite, outside - notFinite);
  }

  /** True if every value is finite and inside the window. */
  public boolean isClean() {
    return notFinite == 0 && outsideWindow == 0;
  }
}
