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

  /** Of each device, on the number of pulses; 0 for one that is stuck. */
  LongToDoubleFunction pulses() {
    LongPredicate stuck = stuck(variation.stuck(), draws);
    LongToDoubleFunction pulses = factor(variation.pulses(), PULSES);
    LongToDoubleFunction span = factor(variation.span(), SPAN);
    return device -> {
      double inPulses = pulses.applyAsDouble(device) / Math.max(LEAST, span.applyAsDouble(device));
      return stuck.test(device) ? 0 : Math.min(MOST, inPulses);
    };
  }

  /** Of each device, on nu. */
  LongToDoubleFunction nonlinearity() {
    return positive(factor(variation.nonlinearity(), NONLINEARITY));
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
