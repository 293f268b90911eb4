package io.github.remanence.cli;

import io.github.remanence.cli.console.TextTable;
import io.github.remanence.cli.report.Report;
import io.github.remanence.cli.report.UpdateResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code run} prints for people. */
final class RunText {

  private static final List<String> HEADINGS =
      List.of(
          "size", "field", "pulses", "ns/device", "GB/s", "of ceiling", "error, ulp", "of bound");

  private RunText() {}

  static String of(Report report, Path page) {
    TextTable table = new TextTable(HEADINGS);
    report.updates().forEach(update -> table.row(row(update)));
    return """
    %s, %s, threads: %d

    %s

    The ceiling is %s.
    The largest error is %s of the bound (%s), which %s.
    The page is %s\
    """
        .formatted(
            report.device().get("name").asString(),
            report.backend(),
            report.threads(),
            table,
            report.ceiling(),
            percent(report.worstShare()),
            report.bound(),
            report.boundKept() ? "holds" : "IS BROKEN",
            page);
  }

  private static List<String> row(UpdateResult update) {
    return List.of(
        update.rows() + " x " + update.cols(),
        String.valueOf(update.field()),
        update.pulses(),
        number("%.3f", update.nsPerDevice()),
        number("%.1f", update.gigabytesPerSecond()),
        percent(update.shareOfCeiling()),
        number("%.2f", update.worstUlp()),
        percent(update.worstShare()));
  }

  private static String percent(double share) {
    return number("%.0f %%", 100 * share);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
