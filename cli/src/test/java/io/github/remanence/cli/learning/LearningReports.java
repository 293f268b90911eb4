package io.github.remanence.cli.learning;

import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.validate.learning.network.Engine;
import io.github.remanence.validate.learning.network.Team;
import io.github.remanence.validate.learning.training.Conditions;
import io.github.remanence.validate.learning.training.EpochResult;
import io.github.remanence.validate.learning.training.Histogram;
import io.github.remanence.validate.learning.training.Outcome;
import io.github.remanence.validate.learning.training.Trajectory;
import io.github.remanence.validate.learning.training.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports to test with, of trainings that nobody did. */
final class LearningReports {

  private LearningReports() {}

  /** Some fields, two rates, and so many seeds. */
  static LearningReport of(List<Double> fields, int seeds, String command) {
    List<Outcome> outcomes = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      for (double field : fields) {
        outcomes.add(outcome(new Trial(1000, field, seed)));
        outcomes.add(outcome(new Trial(5000, field, seed)));
      }
    }
    Conditions conditions = new Conditions(Presets.bernard2025Noisy(), 512, 2, Optional.empty());
    try (Team team = new Team(1)) {
      Engine engine = Engine.of(UpdateKernel.fastest(), team);
      return LearningReport.of(
          command, "test", engine, conditions, List.of("epochs: 2", "more: none"), outcomes);
    }
  }

  private static Outcome outcome(Trial trial) {
    double accuracy = 0.9 + (trial.field() - 1) * trial.rate() / 1e5 + 0.001 * trial.seed();
    Optional<Double> removed = trial.field() == 0 ? Optional.empty() : Optional.of(accuracy - 0.01);
    List<EpochResult> epochs =
        List.of(
            new EpochResult(2, accuracy - 0.1, 1, 0.5, 0.1, 0.1),
            new EpochResult(1, accuracy, 1, 0.5, 0.1, 0.1));
    Histogram histogram = new Histogram(0.5, List.of(0L, 10L, 80L, 10L, 0L));
    Trajectory trajectory =
        new Trajectory(0, 5, new float[] {2, 1.5f, 1}, new float[] {2, 2, 1.9f});
    return new Outcome(
        trial,
        epochs,
        List.of(trajectory, trajectory),
        Optional.of(new Outcome.End(List.of(histogram, histogram), removed)));
  }
}
