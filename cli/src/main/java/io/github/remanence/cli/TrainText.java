package io.github.remanence.cli;

import io.github.remanence.cli.console.TextTable;
import io.github.remanence.cli.learning.LearningReport;
import io.github.remanence.cli.learning.LearningReport.Accuracy;
import io.github.remanence.validate.learning.training.EpochResult;
import io.github.remanence.validate.learning.training.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What {@code train} prints for people. */
final class TrainText {

  private TrainText() {}

  static String of(LearningReport report, List<Outcome> outcomes, Path folder) {
    return """
    Test accuracy in %%, after learning in a field h and after that field was removed

    %s

    %s
    The page is %s\
    """
        .formatted(table(report), times(outcomes), folder.resolve("learning.html"));
  }

  private static TextTable table(LearningReport report) {
    List<Accuracy> columns = columns(report);
    List<String> headings = new ArrayList<>(List.of("rate"));
    columns.forEach(
        column ->
            headings.add("h = " + plain(column.field()) + (column.removed() ? ", removed" : "")));
    TextTable table = new TextTable(headings);
    for (double rate : rates(report)) {
      List<String> row = new ArrayList<>(List.of(plain(rate)));
      columns.forEach(column -> row.add(cell(report, rate, column)));
      table.row(row);
    }
    return table;
  }

  private static List<Double> rates(LearningReport report) {
    return report.accuracies().stream().map(Accuracy::rate).distinct().sorted().toList();
  }

  /** One accuracy of each kind: those at one rate. */
  private static List<Accuracy> columns(LearningReport report) {
    double any = report.accuracies().getFirst().rate();
    return report.accuracies().stream().filter(accuracy -> accuracy.rate() == any).toList();
  }

  private static String cell(LearningReport report, double rate, Accuracy column) {
    return report.accuracies().stream()
        .filter(
            accuracy ->
                accuracy.rate() == rate
                    && accuracy.field() == column.field()
                    && accuracy.removed() == column.removed())
        .map(TrainText::cell)
        .findFirst()
        .orElse("");
  }

  private static String cell(Accuracy accuracy) {
    Optional<Double> deviation = accuracy.standardDeviation();
    return number("%.2f", 100 * accuracy.mean())
        + deviation.map(sd -> number(" +- %.2f", 100 * sd)).orElse("");
  }

  private static String times(List<Outcome> outcomes) {
    double all = median(outcomes, EpochResult::seconds);
    return "An epoch took %s: products of matrices %s, updates %s, noise %s, the rest %s (medians)."
        .formatted(
            number("%.2f s", all),
            share(median(outcomes, EpochResult::products), all),
            share(median(outcomes, EpochResult::updates), all),
            share(median(outcomes, EpochResult::noise), all),
            share(median(outcomes, EpochResult::rest), all));
  }

  private static double median(List<Outcome> outcomes, ToDoubleFunction<EpochResult> value) {
    double[] sorted =
        outcomes.stream()
            .flatMap(outcome -> outcome.epochs().stream())
            .mapToDouble(value)
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  /** As short as it can be written. */
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String share(double part, double all) {
    return number("%.0f %%", 100 * part / all);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
