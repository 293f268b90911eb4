package io.github.remanence.cli;

import io.github.remanence.cli.console.TextTable;
import io.github.remanence.fit.DeviceFit;
import io.github.remanence.fit.Estimate;
import io.github.remanence.fit.FamilyScore;
import io.github.remanence.fit.FieldLaw;
import io.github.remanence.fit.FittedTrain;
import io.github.remanence.fit.Scatter;
import io.github.remanence.fit.curves.Measurements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code fit} prints for people. */
final class FitText {

  private FitText() {}

  static String of(DeviceFit fit, Measurements measured, Path device, Optional<Path> page) {
    List<String> parts = new ArrayList<>();
    if (!fit.scores().isEmpty()) {
      parts.add("Error of what was left out of the fit, in % of the range\n" + families(fit));
      parts.add("In each field, with 95 % intervals\n" + estimates(fit, measured));
      parts.add(scatter(fit.scatter(), measured.valueUnit()));
    }
    parts.add(fit.notes().stream().map(note -> "- " + note).collect(Collectors.joining("\n")));
    parts.add("The device is " + device + page.map(p -> ", the page is " + p).orElse(""));
    return String.join("\n\n", parts);
  }

  private static TextTable families(DeviceFit fit) {
    TextTable table = new TextTable(List.of("polarity", "family", "error", ""));
    for (FamilyScore score : fit.scores()) {
      table.row(
          List.of(
              score.polarity().toString(),
              score.family().toString(),
              number(100 * score.error()),
              score.chosen() ? "<- taken" : ""));
    }
    return table;
  }

  private static TextTable estimates(DeviceFit fit, Measurements measured) {
    TextTable table =
        new TextTable(
            List.of(
                measured.fieldUnit().isEmpty() ? "field" : "field, " + measured.fieldUnit(),
                "polarity",
                "number",
                "value",
                "from",
                "to"));
    for (FittedTrain train : fit.trains()) {
      for (Estimate estimate : train.shown()) {
        row(table, train.field(), train.polarity().toString(), estimate);
      }
    }
    FieldLaw law = fit.law();
    for (int i = 0; i < law.estimates().size(); i++) {
      row(table, law.points().get(i).field(), "field law", law.estimates().get(i));
    }
    return table;
  }

  private static void row(TextTable table, double field, String of, Estimate estimate) {
    table.row(
        List.of(
            String.valueOf(field),
            of,
            estimate.name(),
            digits(estimate.value()),
            digits(estimate.low()),
            digits(estimate.high())));
  }

  private static String scatter(Scatter scatter, String unit) {
    String shown =
        Stream.of(
                part(scatter.pulses(), "factor on the pulses"),
                part(scatter.min(), "start of potentiation"),
                part(scatter.max(), "start of depression"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    String noise =
        scatter.cycleNoise().isNone()
            ? "none to be seen"
            : "sigma %s, %s"
                .formatted(
                    number(scatter.cycleNoise().sigma()),
                    scatter
                        .cycleNoise()
                        .convention()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
    String read =
        scatter.readNoise() == 0 ? "none to be seen" : number(scatter.readNoise()) + " " + unit;
    return """
    Device to device (%d, relative standard deviation): %s
    Cycle to cycle (at most %d of a train): %s
    Read noise: %s\
    """
        .formatted(
            scatter.devices(),
            shown.isEmpty() ? "none to be seen" : shown,
            scatter.cycles(),
            noise,
            read);
  }

  private static Optional<String> part(double spread, String what) {
    return spread == 0 ? Optional.empty() : Optional.of(what + " " + number(spread));
  }

  /** A measured number: three digits say enough. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }
}
