package io.github.remanence.kernel.device;

/**
 * How a device answers pulses of one polarity: a response family with its parameters.
 *
 * <p>A response knows nothing of conductances. It sees the <b>progress</b> v of a device through
 * its window, from 0, where pulses of its polarity start, to 1, where they end: v = u for
 * potentiation and v = 1 - u for depression, with u = (G - Gmin) / (Gmax - Gmin).
 *
 * <p>{@link #step} alone makes a device. The families of this package have more: closed forms, and
 * loops of their own in the vector backend. Any other class is computed one device at a time, in
 * double, on every backend; {@link io.github.remanence.kernel.UpdatePlan#scalarFamilies} says so.
 *
 * <p>Implementations are immutable, compared by value, and depend on nothing but their arguments.
 */
public interface Response {

  /**
   * What one pulse does.
   *
   * @param progress where the device is, in [0, 1]
   * @return the part of the window that it moves on, finite and not negative; progress ends at 1,
   *     however large the step
   */
  double step(double progress);

  /**
   * What n pulses do: whole pulses one after another, and of the last one the part that is left
   * over.
   *
   * <p>Override it where there is a closed form.
   *
   * @param progress where the device is, in [0, 1]
   * @param pulses finite and not negative
   * @return the part of the window that it moves on, not negative
   */
  default double move(double progress, double pulses) {
    double left = pulses;
    double now = progress;
    while (left > 0 && now < 1) {
      double moved = now + Math.min(left, 1) * step(now);
      if (left >= 1 && moved == now) {
        break; // Pulses that do nothing go on doing nothing.
      }
      now = moved;
      left -= 1;
    }
    return now - progress;
  }

  /**
   * The pulse coordinate: how many pulses lead from 0 to this progress. The inverse of {@code
   * move(0, pulses)}.
   *
   * @param progress in [0, 1]
   * @return infinite if no number of pulses does
   */
  default double pulsesTo(double progress) {
    double pulses = 0;
    double now = 0;
    while (now < progress) {
      double step = step(now);
      if (now + step == now) {
        return Double.POSITIVE_INFINITY;
      }
      if (now + step >= progress) {
        return pulses + (progress - now) / step;
      }
      now += step;
      pulses++;
    }
    return pulses;
  }

  /**
   * The response a part s of the way to another one, which a field law asks for. Override it where
   * the parameters of a family have a meaning between two of its members.
   *
   * @param other the response at s = 1; this one is at s = 0
   * @param s in [0, 1]
   * @throws IllegalArgumentException if there is none in between
   */
  default Response towards(Response other, double s) {
    if (s == 0 || equals(other)) {
      return this;
    }
    if (s == 1) {
      return other;
    }
    throw new IllegalArgumentException(
        "there is no response between %s and %s; give a device both or one at every field"
            .formatted(this, other));
  }

  /**
   * This response, so many times as nonlinear: what a device does that has a factor on nu. The
   * number of a family that is 0 where every step is the same is so many times as large, and all
   * others stay.
   *
   * @param factor positive; 1 is no change
   * @throws IllegalArgumentException if the family has no such number, or has none so large
   */
  default Response withNonlinearity(double factor) {
    if (factor == 1) {
      return this;
    }
    throw new IllegalArgumentException(
        ("there is no factor on the nonlinearity of %s, which has no number for it; vary its pulses"
                + " or its window, or override withNonlinearity in a class of your own")
            .formatted(this));
  }
}
