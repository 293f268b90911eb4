package io.github.remanence.kernel.device;

/** What one pulse does to a device, in the coordinates of the tool that it comes from. */
interface PulseLaw {

  /**
   * The conductance or weight after one pulse.
   *
   * @param w before it
   * @param up whether it potentiates
   */
  double after(double w, boolean up);

  /** After some pulses of one polarity, one after another. */
  default double after(double w, boolean up, int pulses) {
    double now = w;
    for (int i = 0; i < pulses; i++) {
      now = after(now, up);
    }
    return now;
  }
}
