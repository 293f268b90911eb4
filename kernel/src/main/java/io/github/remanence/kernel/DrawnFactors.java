package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.Spread;
import io.github.remanence.kernel.device.StuckDevices;
import io.github.remanence.kernel.random.Draws;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * The factors of devices by chance, each from a branch of the draws that is its own for ever. What
 * does not vary draws nothing.
 *
 * @param variation how devices vary
 * @param draws of what never changes
 */
record DrawnFactors(DeviceVariation variation, Draws draws) {

  /** Largest and smallest float16 numbers, 0 apart. */
  private static final double MOST = 65504;

  private static final double LEAST = 0x1p-24;

  private static final int PULSES = 0;
  private static final int SPAN = 1;
  private static final int NONLINEARITY = 2;
  private static final int MIN = 3;
  private static final int MAX = 4;
  private static final int STUCK = 5;
  private static final int PLACE = 6;
  private static final int DEPRESSION_PULSES = 7;
  private static final int DEPRESSION_SPAN = 8;
  private static final int DEPRESSION_NONLINEARITY = 9;

  /** Whether any device has a factor on its number of pulses. */
  boolean onPulses() {
    return variesInPulses() || !variation.stuck().isNone();
  }

  /** Whether these are others for depression. */
  boolean onPulsesByPolarity() {
    return variesInPulses() && !variation.samePolarities();
  }

  /** Whether any device has a factor on nu. */
  boolean onNonlinearity() {
    return !variation.nonlinearity().isNone();
  }

  /** Whether these are others for depression. */
  boolean onNonlinearityByPolarity() {
    return onNonlinearity() && !variation.samePolarities();
  }

  /** Whether any device has a factor on an end of its window. */
  boolean onWindow() {
    return !(variation.min().isNone() && variation.max().isNone());
  }

  private boolean variesInPulses() {
    return !(variation.pulses().isNone() && variation.span().isNone());
  }

  /** Of each device, on the number of pulses; 0 for one that is stuck. */
  LongToDoubleFunction pulses() {
    return pulses(PULSES, SPAN);
  }

  /** The same for depression, where polarities differ. */
  LongToDoubleFunction depressionPulses() {
    return pulses(DEPRESSION_PULSES, DEPRESSION_SPAN);
  }

  private LongToDoubleFunction pulses(int branch, int spanBranch) {
    LongPredicate stuck = stuck(variation.stuck(), draws);
    LongToDoubleFunction pulses = factor(variation.pulses(), branch);
    LongToDoubleFunction span = factor(variation.span(), spanBranch);
    return device -> {
      double inPulses = pulses.applyAsDouble(device) / Math.max(LEAST, span.applyAsDouble(device));
      return stuck.test(device) ? 0 : Math.min(MOST, inPulses);
    };
  }

  /** Of each device, on nu. */
  LongToDoubleFunction nonlinearity() {
    return positive(factor(variation.nonlinearity(), NONLINEARITY));
  }

  /** The same for depression, where polarities differ. */
  LongToDoubleFunction depressionNonlinearity() {
    return positive(factor(variation.nonlinearity(), DEPRESSION_NONLINEARITY));
  }

  /** Of each device, on Gmin. */
  LongToDoubleFunction min() {
    return positive(factor(variation.min(), MIN));
  }

  /** Of each device, on Gmax. */
  LongToDoubleFunction max() {
    return positive(factor(variation.max(), MAX));
  }

  /** Whether a device is stuck. */
  static LongPredicate stuck(StuckDevices stuck, Draws draws) {
    if (stuck.isNone()) {
      return device -> false;
    }
    Draws chance = draws.at(STUCK);
    return device -> chance.bernoulli(device, stuck.probability());
  }

  /** Where in its window a device is, if it is stuck. */
  static LongToDoubleFunction place(StuckDevices stuck, Draws draws) {
    Draws chance = draws.at(PLACE);
    double range = stuck.highest() - stuck.lowest();
    return device -> stuck.lowest() + range * chance.uniform(device);
  }

  private LongToDoubleFunction factor(Spread spread, int branch) {
    if (spread.isNone()) {
      return device -> 1;
    }
    Draws chance = draws.at(branch);
    return device -> spread.factor(chance.normal(device));
  }

  private static LongToDoubleFunction positive(LongToDoubleFunction factor) {
    return device -> Math.clamp(factor.applyAsDouble(device), LEAST, MOST);
  }
}
