package io.github.remanence.kernel.device;

/**
 * How a factor differs from device to device, around 1.
 *
 * @param law the distribution
 * @param sigma its standard deviation, or that of its logarithm; in [0, 10], 0 is no difference
 */
public record Spread(Law law, double sigma) {

  /** All devices have 1. */
  public static final Spread NONE = new Spread(Law.NORMAL, 0);

  private static final double MOST = 10;

  /** A distribution, of a standard normal number xi. */
  public enum Law {
    /** 1 + sigma xi, and the smallest factor there is where that is less. */
    NORMAL {
      @Override
      double of(double spread) {
        return Math.max(0, 1 + spread);
      }
    },
    /** |1 + sigma xi|, as in Bernard et al. (2025). */
    ABSOLUTE_NORMAL {
      @Override
      double of(double spread) {
        return Math.abs(1 + spread);
      }
    },
    /** exp(sigma xi). */
    LOG_NORMAL {
      @Override
      double of(double spread) {
        return StrictMath.exp(spread);
      }
    };

    abstract double of(double spread);
  }

  /** Checks law and sigma. */
  public Spread {
    if (law == null) {
      throw new IllegalArgumentException("a spread needs a 'law'");
    }
    if (!(sigma >= 0 && sigma <= MOST)) {
      throw new IllegalArgumentException(
          "the sigma of a device-to-device spread must be in [0, %s], was %s"
              .formatted(MOST, sigma));
    }
  }

  /** Whether all devices have the factor 1. */
  public boolean isNone() {
    return sigma == 0;
  }

  /** The factor for a standard normal number. */
  public double factor(double xi) {
    return law.of(sigma * xi);
  }
}
