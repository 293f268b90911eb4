package io.github.remanence.kernel;

import io.github.remanence.kernel.step.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A crossbar of weights, each the difference of two devices that are only ever depressed: weight =
 * plus - minus.
 *
 * <p>Pulses n &gt; 0 raise a weight by depressing its minus device, n &lt; 0 lower it by depressing
 * its plus device. Where that brings a device to the lower end of the window the pair is
 * <b>refreshed</b>: the other device goes to the upper end and this one follows, so that the weight
 * stays, within the rounding of float32. There is no potentiation.
 *
 * <p>With {@link Pulses#gradient} and a negative rate an update goes down the gradient.
 *
 * <p><b>Accuracy.</b> The depressed device is within the bound of an update of one crossbar; a
 * refresh adds at most 1 ulp of the end of the window that is larger in magnitude.
 *
 * <p><b>Special values.</b> A conductance that is not finite becomes NaN and its pair is not
 * refreshed; NaN or infinity among the counts makes one device of its pair NaN.
 *
 * <p>Both crossbars stay the caller's.
 */
public final class DifferentialPair {

  private final Crossbar plus;
  private final Crossbar minus;

  private DifferentialPair(Crossbar plus, Crossbar minus) {
    this.plus = plus;
    this.minus = minus;
  }

  /**
   * Pairs of the devices of two crossbars.
   *
   * @param plus devices that add to the weights
   * @param minus devices that are taken away, in the same kind of memory
   * @throws IllegalArgumentException if the crossbars differ in shape or in the kind of memory,
   *     share memory, or if only one has factors of single devices; the factors may be on pulses
   *     only; those of depression count
   */
  public static DifferentialPair of(Crossbar plus, Crossbar minus) {
    if (plus.rows() != minus.rows() || plus.cols() != minus.cols()) {
      throw new IllegalArgumentException(
          "the two crossbars of a differential pair have one shape, these are a %s and a %s"
              .formatted(plus, minus));
    }
    if (!plus.inMemoryLike(minus)) {
      throw new IllegalArgumentException(
          "the two crossbars of a differential pair lie in one kind of memory: both on the heap,"
              + " both off the heap, both in files, or both on the GPU");
    }
    if (plus.sharesMemory(minus)) {
      throw new IllegalArgumentException(
          "the two crossbars of a differential pair share memory: they must be two");
    }
    requireFactorsOnPulses(plus, minus);
    return new DifferentialPair(plus, minus);
  }

  private static void requireFactorsOnPulses(Crossbar plus, Crossbar minus) {
    DeviceFactors ofPlus = plus.factors();
    DeviceFactors ofMinus = minus.factors();
    if ((ofPlus == null) != (ofMinus == null)) {
      throw new IllegalArgumentException(
          "either both crossbars of a differential pair have factors or none; give the other one"
              + " factors of 1");
    }
    if (ofPlus != null && ofMinus != null && !(ofPlus.sameCurve() && ofMinus.sameCurve())) {
      throw new IllegalArgumentException(
          "devices of a differential pair may have factors on the number of pulses only");
    }
  }

  /** Devices that add to the weights. */
  public Crossbar plus() {
    return plus;
  }

  /** Devices that are taken away. */
  public Crossbar minus() {
    return minus;
  }

  static @Nullable Matrix factors(Crossbar crossbar) {
    DeviceFactors factors = crossbar.factors();
    return factors == null ? null : factors.factors().depressionPulses();
  }

  @Override
  public String toString() {
    return "differential pair of %d x %d".formatted(plus.rows(), plus.cols());
  }
}
