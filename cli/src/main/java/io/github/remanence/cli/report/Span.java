package io.github.remanence.cli.report;

import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Response;

/** How many pulses a response is shown over. */
final class Span {

  /** What is shown of a response that never ends: the rest is a flat line. */
  private static final double MOST_OF_IT = 0.95;

  private Span() {}

  /** Pulses through the whole window, or through most of it if no number of pulses ends it. */
  static double of(Response response) {
    double whole =
        response instanceof Exponential exponential && !Double.isInfinite(response.pulsesTo(1))
            ? exponential.pulses()
            : response.pulsesTo(1);
    return Double.isInfinite(whole) ? response.pulsesTo(MOST_OF_IT) : whole;
  }
}
