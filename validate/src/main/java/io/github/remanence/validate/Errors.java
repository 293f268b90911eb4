package io.github.remanence.validate;

import java.util.Optional;

/**
 * The errors of many devices, in three currencies: ulp of the value, fraction of the window,
 * fraction of the step.
 *
 * <p>The last keeps a bound smaller than the effect it watches. It is taken of the sums, error by
 * step, because a single step may be smaller than the rounding of the value it leads to.
 *
 * <p>No device at all, or one that is not a number, gives NaN, and NaN is within no bound.
 */
public final class Errors {

  private long devices;
  private double maxUlps;
  private double squaredUlps;
  private double maxOfWindow;
  private double sumOfErrors;
  private double sumOfSteps;
  private Optional<Comparison> worst = Optional.empty();

  /** No device yet. */
  public Errors() {}

  /** Adds one device. */
  public void add(Comparison comparison) {
    devices++;
    maxUlps = Math.max(maxUlps, comparison.ulps());
    squaredUlps += comparison.ulps() * comparison.ulps();
    maxOfWindow = Math.max(maxOfWindow, comparison.ofWindow());
    sumOfErrors += comparison.error();
    sumOfSteps += comparison.step();
    double share = comparison.share();
    if (worst.isEmpty() || Double.isNaN(share) || share > worst.get().share()) {
      worst = Optional.of(comparison);
    }
  }

  /** The number of devices compared. */
  public long devices() {
    return devices;
  }

  /** The largest error in ulp, see {@link Comparison#ulps}. */
  public double maxUlps() {
    return devices == 0 ? Double.NaN : maxUlps;
  }

  /** The root mean square of the errors in ulp, see {@link Comparison#ulps}. */
  public double rmsUlps() {
    return Math.sqrt(squaredUlps / devices);
  }

  /** The largest error as a fraction of the window. */
  public double maxOfWindow() {
    return devices == 0 ? Double.NaN : maxOfWindow;
  }

  /** All errors together as a fraction of all steps together. */
  public double ofStep() {
    return devices == 0 ? Double.NaN : Bound.share(sumOfErrors, sumOfSteps);
  }

  /** The device with the largest share; empty if none was compared. */
  public Optional<Comparison> worst() {
    return worst;
  }

  /** The largest error as a share of what is allowed; at most 1 where the bound holds. */
  public double worstShare() {
    return worst.map(Comparison::share).orElse(Double.NaN);
  }
}
