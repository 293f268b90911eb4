package io.github.remanence.fit;

import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Tabulated;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/**
 * How far trains of pulses lead from the start of a window, as {@code response.move(0, pulses)} has
 * it.
 *
 * <p>A device faster than the mean goes on beyond the end of the window of the mean, and a fit must
 * follow it there. Only {@link #ofDevice} ends at the end, as a device does.
 */
final class Progress {

  private Progress() {}

  /**
   * After each number of pulses.
   *
   * @param pulses in rising order
   */
  static RealVector after(Response response, List<Double> pulses) {
    DoubleUnaryOperator progress = upTo(response, pulses.getLast());
    RealVector all = new ArrayRealVector(pulses.size());
    for (int i = 0; i < pulses.size(); i++) {
      all.setEntry(i, progress.applyAsDouble(pulses.get(i)));
    }
    return all;
  }

  /** After each number of pulses, and not beyond the end of the window. */
  static RealVector ofDevice(Response response, List<Double> pulses) {
    return after(response, pulses).map(v -> Math.min(v, 1));
  }

  /** After one number of pulses. */
  static double after(Response response, double pulses) {
    return upTo(response, pulses).applyAsDouble(pulses);
  }

  /** For many numbers of pulses, none above the most. */
  static DoubleUnaryOperator upTo(Response response, double most) {
    if (response instanceof Exponential || response instanceof Tabulated) {
      return pulses -> response.move(0, pulses);
    }
    // What takes pulses one by one is linear between whole ones.
    int size = (int) Math.ceil(most) + 2;
    double[] whole = new double[size];
    for (int i = 1; i < size; i++) {
      double next = whole[i - 1] + response.step(whole[i - 1]);
      whole[i] = response instanceof PowerStep ? Math.min(next, 1) : next; // 1 is its asymptote
    }
    return pulses -> {
      int i = (int) pulses;
      return whole[i] + (pulses - i) * (whole[i + 1] - whole[i]);
    };
  }
}
