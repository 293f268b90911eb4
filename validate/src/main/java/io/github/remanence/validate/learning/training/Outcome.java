package io.github.remanence.validate.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a trial, so far or in the end.
 *
 * @param trial which
 * @param epochs those that are finished
 * @param trajectories of some devices; all 0 before the first epoch is finished
 * @param end what is known at the end only; empty before
 */
public record Outcome(
    Trial trial, List<EpochResult> epochs, List<Trajectory> trajectories, Optional<End> end) {

  /**
   * A trial at its end.
   *
   * @param weights of each layer, as learned
   * @param removedAccuracy the accuracy after the field was removed, each device keeping its pulse
   *     coordinate; empty if that changes nothing
   */
  public record End(List<Histogram> weights, Optional<Double> removedAccuracy) {}

  /** Copies the lists. */
  public Outcome {
    epochs = List.copyOf(epochs);
    trajectories = List.copyOf(trajectories);
  }

  /** The accuracy after the last epoch. */
  public double accuracy() {
    return epochs.getLast().accuracy();
  }

  Outcome and(EpochResult epoch) {
    List<EpochResult> more = new ArrayList<>(epochs);
    more.add(epoch);
    return new Outcome(trial, more, trajectories, end);
  }

  Outcome endingWith(End found) {
    return new Outcome(trial, epochs, trajectories, Optional.of(found));
  }
}
