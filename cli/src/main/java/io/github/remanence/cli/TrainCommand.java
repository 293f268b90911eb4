package io.github.remanence.cli;

import io.github.remanence.cli.console.Execution;
import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.cli.console.Progress;
import io.github.remanence.cli.file.InputFile;
import io.github.remanence.cli.learning.FieldSwitchOptions;
import io.github.remanence.cli.learning.ImageSource;
import io.github.remanence.cli.learning.LearningDevice;
import io.github.remanence.cli.learning.LearningReport;
import io.github.remanence.cli.learning.Trials;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.Workers;
import io.github.remanence.validate.Machine;
import io.github.remanence.validate.file.WholeFile;
import io.github.remanence.validate.learning.data.DataSet;
import io.github.remanence.validate.learning.network.Engine;
import io.github.remanence.validate.learning.network.Team;
import io.github.remanence.validate.learning.results.ResultFiles;
import io.github.remanence.validate.learning.training.Archive;
import io.github.remanence.validate.learning.training.Conditions;
import io.github.remanence.validate.learning.training.Outcome;
import io.github.remanence.validate.learning.training.Training;
import io.github.remanence.validate.learning.training.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The paper's experiment: does linearity learn better, and does it last? */
@Command(
    name = "train",
    description = {
      "Train a network whose weights are devices, in several fields and at several learning rates,"
          + " and show what the field does to its accuracy.",
      "",
      "The network of Bernard et al. (2025): 1024-512-10 neurons, every weight a pair of devices"
          + " that are only depressed, on MNIST. Every epoch is kept in the folder of the results:"
          + " a command that was stopped, given again, goes on where it was, with the same results"
          + " to the bit; more rates, fields or seeds in the same folder are added to those there."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence train --quick",
      "  remanence train --out full",
      "  remanence train --out seeds --rates 1000,5000 --seeds 1,2,3,4,5,6,7,8,9,10",
      "  remanence train --out sweep --rates 5000 --fields 0,0.25,0.5,0.75,0.9,1",
      "  remanence train --out switched --rates 3000 --fields 1 --switch-field-at 10:0",
      "  remanence train --out ideal --read-noise 0 --dead-zone 0 --variation 0",
      "  remanence train --out fashion --data /usr/share/datasets/fashion-mnist"
    })
final class TrainCommand implements Callable<Integer> {

  @Mixin private ImageSource images;

  @Mixin private Trials trials;

  @Mixin private LearningDevice device;

  @Mixin private FieldSwitchOptions fieldSwitch;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "learning",
      description =
          "Where the results go: accuracy.csv, epochs.csv, times.csv, learning.html, and a file for"
              + " each trial. Default ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private Execution execution;

  @Mixin private Output output;

  @Override
  public Integer call() throws IOException {
    List<Trial> all = trials.all();
    Conditions conditions = conditions();
    try (Team team = new Team(execution.threads())) {
      Engine engine = engine(team);
      DataSet data = images.read();
      List<String> settings = conditions.lines(data, engine.products().description());
      Archive archive = archive(settings);
      List<Outcome> outcomes = outcomes(training(conditions, data, engine, archive), all);
      LearningReport report =
          LearningReport.of(
              output.commandLine(), Version.text(), engine, conditions, settings, outcomes);
      store(report, outcomes);
      output.result(report, () -> TrainText.of(report, outcomes, out));
    }
    return ExitCode.OK;
  }

  private Conditions conditions() {
    try {
      return new Conditions(
          device.model(), Conditions.HIDDEN_NEURONS, trials.epochs(), fieldSwitch.fieldSwitch());
    } catch (IllegalArgumentException e) {
      throw Failure.usage("--epochs, --switch-field-at: " + e.getMessage());
    }
  }

  private Engine engine(Team team) {
    UpdateKernel kernel = execution.kernel(Workers.callingThread());
    try {
      return Engine.of(kernel, team);
    } catch (IllegalStateException e) {
      throw Failure.noBackend("train needs products of matrices: " + e.getMessage());
    }
  }

  private Archive archive(List<String> settings) {
    try {
      return Archive.in(out, settings);
    } catch (IOException e) {
      throw Failure.badInput("--out %s: %s".formatted(out, InputFile.reason(e)));
    }
  }

  private static Training training(
      Conditions conditions, DataSet data, Engine engine, Archive archive) {
    try {
      return new Training(conditions, data, engine, archive);
    } catch (IllegalArgumentException e) {
      throw Failure.badInput("the images make no sense: " + e.getMessage());
    }
  }

  private List<Outcome> outcomes(Training training, List<Trial> all) throws IOException {
    long steps = 0;
    for (Trial trial : all) {
      steps += training.stepsLeft(trial);
    }
    List<Outcome> outcomes = new ArrayList<>();
    try (Progress progress = output.progress("train", steps)) {
      for (Trial trial : all) {
        String label = "rate %.0f, h = %s".formatted(trial.rate(), trial.field());
        outcomes.add(training.of(trial, () -> progress.step(label)));
      }
    }
    return outcomes;
  }

  private void store(LearningReport report, List<Outcome> outcomes) throws IOException {
    List<String> header =
        Stream.of(
                report.settings(), Machine.here().lines(), List.of("command: " + report.command()))
            .flatMap(List::stream)
            .toList();
    ResultFiles.write(out, header, outcomes);
    WholeFile.write(out.resolve("learning.html"), report.page());
  }
}
