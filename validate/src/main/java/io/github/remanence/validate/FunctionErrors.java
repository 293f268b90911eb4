package io.github.remanence.validate;

/**
 * The errors of a function at many arguments. In ulp of the exact value: that of the computed one
 * may be twice as large, and then hides half of an error.
 *
 * <p>No argument at all, or a result that is not a number, gives NaN, and NaN is within no bound.
 */
final class FunctionErrors {

  private long arguments;
  private double maxRelative;
  private double maxUlps;
  private float worst = Float.NaN;

  /** Adds one argument. */
  void add(float argument, float computed, double exact) {
    double error = Math.abs(computed - exact);
    arguments++;
    maxRelative = Math.max(maxRelative, Bound.share(error, Math.abs(exact)));
    keepWorse(argument, Bound.share(error, Math.ulp((float) exact)));
  }

  /** Adds what was found at arguments further on. */
  void add(FunctionErrors further) {
    arguments += further.arguments;
    maxRelative = Math.max(maxRelative, further.maxRelative);
    keepWorse(further.worst, further.maxUlps);
  }

  /** Of equal errors the first is kept; comparing puts NaN above every number. */
  private void keepWorse(float argument, double ulps) {
    if (Double.compare(ulps, maxUlps) > 0) {
      maxUlps = ulps;
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

  /** Where the largest error is; NaN if there is none. */
  float worst() {
    return worst;
  }
}
