package io.github.remanence.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code apply} did, for people and for {@code --json}.
 *
 * @param input the file of conductances
 * @param shape its shape and type
 * @param pulses what was applied
 * @param output the file that was written
 * @param device the name of the device
 * @param field h
 * @param linearisation s(h)
 * @param minConductance the lower end of the window at this field
 * @param maxConductance its upper end
 * @param unit the unit of conductance
 * @param chance the seed, the update, and the number of the next one; null if there is none
 * @param backend what computed
 * @param threads how many threads it was given
 * @param devices how many devices there are
 * @param outsideWindow how many were outside the window and were brought in
 * @param updateSeconds the update alone, cold and once: no measurement of speed
 */
record ApplyReport(
    String input,
    String shape,
    String pulses,
    String output,
    String device,
    double field,
    double linearisation,
    double minConductance,
    double maxConductance,
    String unit,
    @Nullable Chance chance,
    String backend,
    int threads,
    long devices,
    long outsideWindow,
    double updateSeconds) {

  /**
   * What random numbers were a function of. To go on, keep the seed and the next update.
   *
   * @param seed what was given
   * @param update the number of this update
   * @param nextUpdate the one that follows
   */
  record Chance(long seed, long update, long nextUpdate) {}

  /** Says how many conductances the device cannot have. */
  Optional<String> warning() {
    return outsideWindow == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d conductances were outside the window [%.6g, %.6g] and were brought into it"
                .formatted(outsideWindow, devices, minConductance, maxConductance));
  }

  private String chanceText() {
    return chance == null
        ? "none"
        : "seed %d, update %d; to go on, keep the seed and give --update %d next"
            .formatted(chance.seed(), chance.update(), chance.nextUpdate());
  }

  /** For people. */
  String text() {
    return """
    conductances  %s, %s
    pulses        %s
    device        %s at field h = %s, linearisation s = %s
    window        %.6g to %.6g %s
    chance        %s
    computed by   %s, %d thread(s), %.4f s for %d devices
    written to    %s, float32\
    """
        .formatted(
            input,
            shape,
            pulses,
            device,
            field,
            linearisation,
            minConductance,
            maxConductance,
            unit,
            chanceText(),
            backend,
            threads,
            updateSeconds,
            devices,
            output);
  }
}
