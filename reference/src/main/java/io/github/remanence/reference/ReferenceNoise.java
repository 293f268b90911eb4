package io.github.remanence.reference;

/**
 * Cycle-to-cycle noise: one pulse as it is, and the moments of n.
 *
 * <p>With r = exp(-nu / P), D the distance to the asymptote, R the window and xi a standard normal
 * number, one pulse is
 *
 * <pre>
 *   PER_STEP       G' = G + step (1 + sigma xi)          step = -(1 - r) D
 *   RANGE_SQRT_N   G' = G + step + sigma R xi
 *   RANGE          G' = G + step + sigma R xi, once for an update of any number of pulses
 * </pre>
 *
 * <p>and the variances of n of them are
 *
 * <pre>
 *   PER_STEP       D^2 ((r^2 + (1 - r)^2 sigma^2)^n - r^(2n))
 *   RANGE_SQRT_N   sigma^2 R^2 (1 - r^(2n)) / (1 - r^2)
 *   RANGE          sigma^2 R^2
 * </pre>
 *
 * <p>all without the clamp to the window.
 *
 * <p>For responses of other families there are no such variances, and the rule for noise at once
 * is: a device at m, give or take s, is as often at a as at b. With T the device without noise, f =
 * 1 and at the end what is left of a pulse, and c the step in PER_STEP and R in RANGE_SQRT_N:
 *
 * <pre>
 *   a, b = clamp(m - s), clamp(m + s)
 *   m'   = (T(a) + T(b)) / 2
 *   s'^2 = ((T(b) - T(a)) / 2)^2 + f sigma^2 (c(a)^2 + c(b)^2) / 2
 * </pre>
 *
 * @param convention what sigma is a part of
 * @param sigma standard deviation; at least 0
 */
public record ReferenceNoise(Convention convention, double sigma) {

  /** Below this |nu| / P a device is linear. */
  private static final double LINEAR = 1e-9;

  /** What sigma is a part of. */
  public enum Convention {
    /** Of each step. */
    PER_STEP,
    /** Of the window, for each pulse. */
    RANGE_SQRT_N,
    /** Of the window, for each update. */
    RANGE
  }

  /**
   * Checks sigma.
   *
   * @throws IllegalArgumentException if sigma is negative or not finite
   */
  public ReferenceNoise {
    Require.that(
        sigma >= 0 && Double.isFinite(sigma), "sigma of the noise", sigma, "finite and at least 0");
  }

  /**
   * {@return G after a single pulse, or a part of one, before the clamp}
   *
   * @param device the device
   * @param conductance G
   * @param n from -1 to 1: its sign is the polarity
   * @param xi a standard normal number
   */
  public double pulse(ReferenceDevice device, double conductance, double n, double xi) {
    double step = step(device, conductance, n);
    return convention == Convention.PER_STEP
        ? conductance + step * (1 + sigma * xi)
        : conductance + step + sigma * device.range() * xi;
  }

  /**
   * {@return the standard deviation of G after n pulses of one sign}
   *
   * @param device the device
   * @param conductance G before
   * @param n signed pulse count
   */
  public double deviation(ReferenceDevice device, double conductance, double n) {
    double rate = rate(device, n);
    double pulses = Math.abs(n);
    if (pulses == 0) {
      return 0;
    }
    return switch (convention) {
      case PER_STEP -> Math.abs(step(device, conductance, Math.signum(n))) * perStep(rate, pulses);
      case RANGE_SQRT_N -> sigma * device.range() * Math.sqrt(perPulse(rate, pulses));
      case RANGE -> sigma * device.range();
    };
  }

  /**
   * {@return the skewness of G after n pulses of one sign, of {@code PER_STEP} noise}
   *
   * <pre>
   *   E[D'^3] = D^3 (r^3 + 3 r (1 - r)^2 sigma^2)^n
   * </pre>
   *
   * <p>Not for linear devices, whose skewness is 0.
   *
   * @param device the device
   * @param conductance G before
   * @param n signed pulse count, a whole one
   */
  public double skewnessPerStep(ReferenceDevice device, double conductance, double n) {
    double pulses = Math.abs(n);
    double r = Math.exp(-rate(device, n));
    double spread = (1 - r) * (1 - r) * sigma * sigma;
    double first = Math.pow(r, pulses);
    double second = Math.pow(r * r + spread, pulses);
    double third = Math.pow(r * r * r + 3 * r * spread, pulses);
    double variance = second - first * first;
    double skewness =
        (third - 3 * first * second + 2 * first * first * first) / Math.pow(variance, 1.5);
    // D is G less the asymptote, which lies below for depression and above for potentiation.
    return n < 0 ? skewness : -skewness;
  }

  /**
   * Where a device is, after noisy pulses.
   *
   * @param mean of G
   * @param deviation the standard deviation of G
   */
  public record Moments(double mean, double deviation) {}

  /**
   * {@return where n pulses of one sign lead to at once, before the last clamp, whatever the
   * family}
   *
   * <p><b>Cost.</b> Four updates a pulse.
   *
   * @param device the device
   * @param conductance G before
   * @param n signed pulse count
   */
  public Moments atOnce(ReferenceDevice device, double conductance, double n) {
    if (convention == Convention.RANGE) {
      double mean = device.update(conductance, n);
      return new Moments(mean, n == 0 ? 0 : sigma * device.range());
    }
    Moments moments = new Moments(device.clamped(conductance), 0);
    for (double left = n; left != 0; left -= Math.clamp(left, -1, 1)) {
      moments = afterPulse(device, moments, Math.clamp(left, -1, 1));
    }
    return moments;
  }

  private Moments afterPulse(ReferenceDevice device, Moments before, double pulse) {
    double a = device.clamped(before.mean - before.deviation);
    double b = device.clamped(before.mean + before.deviation);
    double afterA = device.update(a, pulse);
    double afterB = device.update(b, pulse);
    double apart = (afterB - afterA) / 2;
    double ofA = ofOnePulse(device, a, pulse);
    double ofB = ofOnePulse(device, b, pulse);
    double noise = Math.abs(pulse) * sigma * sigma * (ofA * ofA + ofB * ofB) / 2;
    return new Moments((afterA + afterB) / 2, Math.sqrt(apart * apart + noise));
  }

  /** What sigma is a part of. */
  private double ofOnePulse(ReferenceDevice device, double conductance, double pulse) {
    return convention == Convention.PER_STEP
        ? step(device, conductance, Math.signum(pulse))
        : device.range();
  }

  /** (1 - r^(2n)) / (1 - r^2). */
  private static double perPulse(double rate, double pulses) {
    return Math.abs(rate) < LINEAR
        ? pulses
        : Math.expm1(-2 * rate * pulses) / Math.expm1(-2 * rate);
  }

  /** sqrt((r^2 + (1 - r)^2 sigma^2)^n - r^(2n)) / (1 - r), without cancellation. */
  private double perStep(double rate, double pulses) {
    if (Math.abs(rate) < LINEAR) {
      return sigma * Math.sqrt(pulses);
    }
    double part = sigma * Math.expm1(rate);
    double growth = pulses * Math.log1p(part * part);
    return Math.exp(-rate * pulses) * Math.sqrt(Math.expm1(growth)) / Math.abs(Math.expm1(-rate));
  }

  private static double rate(ReferenceDevice device, double n) {
    PulseResponse response = n < 0 ? device.depression() : device.potentiation();
    if (response instanceof ExponentialResponse exponential) {
      return exponential.nonlinearity() / exponential.pulses();
    }
    throw new IllegalArgumentException("noise is known for exponential responses, had " + response);
  }

  private static double step(ReferenceDevice device, double conductance, double n) {
    double u = device.normalised(conductance);
    return device.range()
        * (n < 0
            ? device.depression().depressionStep(u, -n)
            : device.potentiation().potentiationStep(u, n));
  }
}
