package io.github.remanence.validate.learning.results;

import io.github.remanence.validate.file.Csv;
import io.github.remanence.validate.file.WholeFile;
import io.github.remanence.validate.learning.training.EpochResult;
import io.github.remanence.validate.learning.training.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The results of a study as CSV: {@code accuracy.csv}, mean and standard deviation over the seeds;
 * {@code epochs.csv}, every epoch of every trial; {@code times.csv}, where the time went. The first
 * two are the same bytes however often a study was stopped on its way.
 */
public final class ResultFiles {

  private ResultFiles() {}

  /**
   * Writes the three files, in place of older ones.
   *
   * @param header comments for the top of each
   * @return the files
   */
  public static List<Path> write(Path folder, List<String> header, List<Outcome> outcomes)
      throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(one(folder.resolve("accuracy.csv"), header, accuracy(outcomes)));
    files.add(one(folder.resolve("epochs.csv"), header, epochs(outcomes)));
    files.add(one(folder.resolve("times.csv"), header, times(outcomes)));
    return files;
  }

  private static Path one(Path file, List<String> header, List<List<?>> rows) throws IOException {
    Stream<String> lines =
        Stream.concat(header.stream().map(Csv::comment), rows.stream().map(Csv::line));
    WholeFile.write(file, String.join("\n", lines.toList()) + "\n");
    return file;
  }

  private static List<List<?>> accuracy(List<Outcome> outcomes) {
    List<List<?>> rows = new ArrayList<>();
    rows.add(List.of("field", "reading", "rate", "seeds", "mean, %", "standard deviation, %"));
    for (Summary summary : Summary.of(outcomes)) {
      rows.add(
          List.of(
              summary.field(),
              summary.reading().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              summary.rate(),
              summary.accuracies().size(),
              number("%.3f", 100 * summary.mean()),
              summary.standardDeviation().map(sd -> number("%.3f", 100 * sd)).orElse("")));
    }
    return rows;
  }

  private static List<List<?>> epochs(List<Outcome> outcomes) {
    return ofEpochs(
        outcomes,
        List.of("loss", "accuracy, %"),
        epoch -> List.of(epoch.loss(), number("%.2f", 100 * epoch.accuracy())));
  }

  private static List<List<?>> times(List<Outcome> outcomes) {
    return ofEpochs(
        outcomes,
        List.of("seconds", "products", "updates", "noise", "rest"),
        epoch ->
            Stream.of(
                    epoch.seconds(), epoch.products(), epoch.updates(), epoch.noise(), epoch.rest())
                .map(seconds -> number("%.3f", seconds))
                .toList());
  }

  /** What stands in the last columns. */
  @FunctionalInterface
  private interface Cells {
    List<?> of(EpochResult epoch);
  }

  private static List<List<?>> ofEpochs(List<Outcome> outcomes, List<String> names, Cells cells) {
    List<List<?>> rows = new ArrayList<>();
    rows.add(concat(List.of("field", "rate", "seed", "epoch"), names));
    for (Outcome outcome : outcomes) {
      int number = 0;
      for (EpochResult epoch : outcome.epochs()) {
        number++;
        List<?> labels =
            List.of(
                outcome.trial().field(), outcome.trial().rate(), outcome.trial().seed(), number);
        rows.add(concat(labels, cells.of(epoch)));
      }
    }
    return rows;
  }

  private static List<?> concat(List<?> first, List<?> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
