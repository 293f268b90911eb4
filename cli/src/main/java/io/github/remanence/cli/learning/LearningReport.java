package io.github.remanence.cli.learning;

import io.github.remanence.cli.page.HtmlPage;
import io.github.remanence.kernel.json.DeviceJson;
import io.github.remanence.validate.Machine;
import io.github.remanence.validate.learning.network.Engine;
import io.github.remanence.validate.learning.results.Summary;
import io.github.remanence.validate.learning.training.Conditions;
import io.github.remanence.validate.learning.training.EpochResult;
import io.github.remanence.validate.learning.training.Histogram;
import io.github.remanence.validate.learning.training.Outcome;
import io.github.remanence.validate.learning.training.Trajectory;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a study found, as plain data. Without dates and times: so it is the same bytes however often
 * the study was stopped on its way.
 *
 * @param command the command line that made it
 * @param version of this program
 * @param machine where
 * @param backend what computed the updates
 * @param threads how many worked
 * @param products what made the products of matrices
 * @param device the device, in the form that {@code --device} reads
 * @param settings what else decides the results, a line each
 * @param accuracies mean and standard deviation over the seeds
 * @param courses how the trials of the first seed went
 */
public record LearningReport(
    String command,
    String version,
    Machine machine,
    String backend,
    int threads,
    String products,
    JsonNode device,
    List<String> settings,
    List<Accuracy> accuracies,
    List<Course> courses) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /**
   * Test accuracy at the end.
   *
   * @param rate the learning rate
   * @param field the field that the network learned in
   * @param removed whether the field was removed before the test
   * @param seeds how many trials
   * @param mean as a share of the test images
   * @param standardDeviation of the same; null for one trial
   */
  public record Accuracy(
      double rate,
      double field,
      boolean removed,
      int seeds,
      double mean,
      Optional<Double> standardDeviation) {

    static Accuracy of(Summary summary) {
      return new Accuracy(
          summary.rate(),
          summary.field(),
          summary.reading() == Summary.Reading.FIELD_REMOVED,
          summary.accuracies().size(),
          summary.mean(),
          summary.standardDeviation());
    }
  }

  /**
   * One trial.
   *
   * @param rate the learning rate
   * @param field the field that the network learned in
   * @param losses of each epoch, the mean cross-entropy of the training images
   * @param accuracies after each epoch, as shares of the test images
   * @param weights at the end, of each layer
   * @param trajectories of some devices in the first epoch
   */
  public record Course(
      double rate,
      double field,
      List<Double> losses,
      List<Double> accuracies,
      List<Histogram> weights,
      List<Trajectory> trajectories) {

    static Course of(Outcome outcome) {
      return new Course(
          outcome.trial().rate(),
          outcome.trial().field(),
          outcome.epochs().stream().map(EpochResult::loss).toList(),
          outcome.epochs().stream().map(EpochResult::accuracy).toList(),
          outcome.end().map(Outcome.End::weights).orElse(List.of()),
          outcome.trajectories());
    }
  }

  /** Puts together what trials found. */
  public static LearningReport of(
      String command,
      String version,
      Engine engine,
      Conditions conditions,
      List<String> settings,
      List<Outcome> outcomes) {
    long firstSeed = outcomes.getFirst().trial().seed();
    return new LearningReport(
        command,
        version,
        Machine.here(),
        engine.kernel().description(),
        engine.team().threads(),
        engine.products().description(),
        MAPPER.readTree(DeviceJson.write(conditions.device())),
        settings,
        Summary.of(outcomes).stream().map(Accuracy::of).toList(),
        outcomes.stream()
            .filter(outcome -> outcome.trial().seed() == firstSeed)
            .map(Course::of)
            .toList());
  }

  /** The page as text, to be stored in UTF-8. */
  public String page() {
    return HtmlPage.of(this, LearningReport.class);
  }
}
