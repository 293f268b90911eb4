package io.github.remanence.fit;

import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Tabulated;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/**
 * How far trains of pulses lead from the start of a window, as {@code response.move(0, pulses)} has
 * it.
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

  /** After one number of pulses. */
  static double after(Response response, double pulses) {
    return Math.min(response.move(0, pulses), 1);
  }

  /** For many numbers of pulses, none above the most. */
  static DoubleUnaryOperator upTo(Response response, double most) {
    if (response instanceof Exponential || response instanceof Tabulated) {
      return pulses -> after(response, pulses);
    }
    // What takes pulses one by one is linear between whole ones.
    int size = (int) Math.ceil(most) + 2;
    double[] whole = new double[size];
    for (int i = 1; i < size; i++) {
      whole[i] = Math.min(whole[i - 1] + response.step(whole[i - 1]), 1);
    }
    return pulses -> {
      int i = (int) pulses;
      return whole[i] + (pulses - i) * (whole[i + 1] - whole[i]);
    };
  }
}
