package io.github.remanence.kernel;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;

/** The published device without a field, with a dead zone and noise of each kind. */
final class NoisyPlans {

  static final UpdatePlan PER_STEP = noisy(Convention.PER_STEP, 0.3, Mode.AGGREGATE);
  static final UpdatePlan RANGE_SQRT_N = noisy(Convention.RANGE_SQRT_N, 0.01, Mode.AGGREGATE);
  static final UpdatePlan RANGE = noisy(Convention.RANGE, 0.02, Mode.AGGREGATE);
  static final UpdatePlan PULSE_BY_PULSE = noisy(Convention.PER_STEP, 0.3, Mode.PULSE_BY_PULSE);
  static final UpdatePlan ROUNDED = plan(CycleNoise.NONE, PulseRounding.STOCHASTIC);

  /** Of other families than the exponential one. */
  static final UpdatePlan OF_STEPS =
      families(new CycleNoise(Convention.PER_STEP, 0.3, Mode.PULSE_BY_PULSE));

  static final UpdatePlan OF_FAMILIES =
      families(new CycleNoise(Convention.RANGE_SQRT_N, 0.01, Mode.PULSE_BY_PULSE));

  static final UpdatePlan OF_STEPS_AT_ONCE =
      families(new CycleNoise(Convention.PER_STEP, 0.3, Mode.AGGREGATE));

  static final UpdatePlan OF_FAMILIES_AT_ONCE =
      families(new CycleNoise(Convention.RANGE_SQRT_N, 0.01, Mode.AGGREGATE));

  /** Of an update that is repeated. */
  static final Draws DRAWS = Draws.of(2026, 11, 24);

  private NoisyPlans() {}

  private static UpdatePlan noisy(Convention convention, double sigma, Mode mode) {
    return plan(new CycleNoise(convention, sigma, mode), PulseRounding.NONE);
  }

  private static UpdatePlan families(CycleNoise noise) {
    NonIdealities real =
        new NonIdealities(
            NonIdealities.NONE.variation(), noise, 0.1, PulseRounding.STOCHASTIC, 0, 0);
    return UpdatePlan.of(Plans.MIXED.model().with(real), FieldState.at(0));
  }

  private static UpdatePlan plan(CycleNoise noise, PulseRounding rounding) {
    NonIdealities real =
        new NonIdealities(NonIdealities.NONE.variation(), noise, 0.1, rounding, 0, 0);
    return UpdatePlan.of(Presets.bernard2025().with(real), FieldState.at(0));
  }
}
