package io.github.remanence.fit;

import io.github.remanence.kernel.device.Response;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/** How far trains of pulses lead from the start of a window. */
final class Progress {

  private Progress() {}

  /**
   * The progress after each number of pulses, as {@code response.move(0, pulses)} has it.
   *
   * @param pulses in rising order
   */
  static RealVector after(Response response, List<Double> pulses) {
    // A response by steps composes over whole pulses only.
    boolean whole = pulses.stream().allMatch(n -> n == Math.rint(n));
    RealVector progress = new ArrayRealVector(pulses.size());
    double now = 0;
    for (int i = 0; i < pulses.size(); i++) {
      double n = pulses.get(i);
      double before = whole && i > 0 ? pulses.get(i - 1) : 0;
      double from = whole ? now : 0;
      now = Math.min(from + response.move(from, n - before), 1);
      progress.setEntry(i, now);
    }
    return progress;
  }

  /** The progress after one number of pulses. */
  static double after(Response response, double pulses) {
    return Math.min(response.move(0, pulses), 1);
  }
}
