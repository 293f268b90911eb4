package io.github.remanence.validate;

/**
 * The errors of a function at many arguments, held against a bound. In ulp of the exact value: that
 * of the computed one may be twice as large, and then hides half of an error.
 *
 * <p>No argument at all, or a result that is not a number, gives NaN, and NaN is within no bound.
 */
final class FunctionErrors {

  private final Bound bound;
  private long arguments;
  private double maxRelative;
  private double maxUlps;
  private double maxShare = Double.NEGATIVE_INFINITY;
  private double worst = Double.NaN;

  FunctionErrors(Bound bound) {
    this.bound = bound;
  }

  /** Adds one argument, a float or a word. */
  void add(double argument, float computed, double exact) {
    double error = Math.abs(computed - exact);
    double magnitude = Math.abs(exact);
    arguments++;
    maxRelative = Math.max(maxRelative, Bound.share(error, magnitude));
    maxUlps = Math.max(maxUlps, Bound.share(error, Math.ulp((float) exact)));
    keepWorse(argument, Bound.share(error, bound.allowed((float) exact, magnitude)));
  }

  /** Adds what was found at arguments further on. */
  void add(FunctionErrors further) {
    arguments += further.arguments;
    maxRelative = Math.max(maxRelative, further.maxRelative);
    maxUlps = Math.max(maxUlps, further.maxUlps);
    keepWorse(further.worst, further.maxShare);
  }

  /** Of equal errors the first is kept; comparing puts NaN above every number. */
  private void keepWorse(double argument, double share) {
    if (Double.compare(share, maxShare) > 0) {
      maxShare = share;
      worst = argument;
    }
  }

  /** The number of arguments. */
  long arguments() {
    return arguments;
  }

  /** The largest error by the exact value; large among denormals, which have few digits. */
  double maxRelative() {
    return arguments == 0 ? Double.NaN : maxRelative;
  }

  /** The largest error in ulp of the exact value. */
  double maxUlps() {
    return arguments == 0 ? Double.NaN : maxUlps;
  }

  /** The largest error as a share of what the bound allows. */
  double maxShare() {
    return arguments == 0 ? Double.NaN : maxShare;
  }

  /** The argument with the largest share; NaN if there is no argument at all. */
  double worst() {
    return worst;
  }
}
