package io.github.remanence.cli.learning;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.validate.learning.training.Trial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to try, as a picocli mixin: {@code --rates}, {@code --fields}, {@code --seeds} and more. */
public final class Trials {

  private static final List<Double> RATES = List.of(500.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0);
  private static final int EPOCHS = 20;
  private static final List<Double> QUICK_RATES = List.of(1000.0, 3000.0, 5000.0);
  private static final int QUICK_EPOCHS = 5;

  @Option(
      names = "--rates",
      split = ",",
      paramLabel = "R",
      description =
          "Learning rates, pulses for a gradient of 1; default 500,1000,2000,3000,4000,5000.")
  private @Nullable List<Double> rates;

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "H",
      defaultValue = "0,1",
      description =
          "Magnetic fields to learn in: 0 is exponential, 1 linear; default ${DEFAULT-VALUE}. The"
              + " field is removed at the end, and the network tested once more.")
  private List<Double> fields;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      defaultValue = "1",
      description = "Whole numbers, a trial of everything for each; default ${DEFAULT-VALUE}.")
  private List<Long> seeds;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often to learn from all images; default 20.")
  private @Nullable Integer epochs;

  @Option(
      names = "--quick",
      description =
          "By default rates 1000,3000,5000 and 5 epochs: what the field does, in a minute.")
  private boolean quick;

  /** How often to learn from all images. */
  public int epochs() {
    if (epochs == null) {
      return quick ? QUICK_EPOCHS : EPOCHS;
    }
    if (epochs < 1) {
      throw Failure.usage("--epochs must be at least 1, was " + epochs);
    }
    return epochs;
  }

  /** All combinations, a seed after the other. */
  public List<Trial> all() {
    List<Double> tried = rates == null ? quick ? QUICK_RATES : RATES : rates;
    List<Trial> all = new ArrayList<>();
    try {
      for (long seed : distinct(seeds, "--seeds")) {
        for (double field : distinct(fields, "--fields")) {
          for (double rate : distinct(tried, "--rates")) {
            all.add(new Trial(rate, field, seed));
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw Failure.usage("--rates, --fields: " + e.getMessage());
    }
    return all;
  }

  /** In rising order. */
  private static <T extends Comparable<T>> List<T> distinct(List<T> values, String option) {
    if (values.isEmpty()) {
      throw Failure.usage(option + " must have at least one number, was given none");
    }
    return values.stream().distinct().sorted().toList();
  }
}
