package io.github.remanence.bench.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as a table in Markdown, for a comment or the summary of a CI run. */
public final class Markdown {

  private Markdown() {}

  /** The text, the largest ratio first. */
  public static String of(Comparison comparison, String oldName, String newName) {
    List<String> lines = new ArrayList<>();
    lines.add("## %s".formatted(headline(comparison)));
    lines.add("");
    lines.add("New: `%s`; old: `%s`. %s".formatted(newName, oldName, method(comparison)));
    comparison
        .machineRatio()
        .ifPresent(
            ratio ->
                lines.add(
                    ("The machine's own ceilings took %s times as long as with the old build; that"
                            + " much of a ratio is the machine.")
                        .formatted(number(ratio))));
    lines.addAll(comparison.warnings(oldName, newName));
    lines.add("");
    lines.add(
        "| benchmark | time | new / old | 95 % interval | p slower, of all | finds | forks | |");
    lines.add("|---|---|---:|---:|---:|---:|---:|---|");
    comparison.differences().stream()
        .sorted((a, b) -> Double.compare(b.ratio(), a.ratio()))
        .forEach(difference -> lines.add(line(difference)));
    comparison.onlyOld().forEach(row -> lines.add("| %s | | | | | | | only old |".formatted(row)));
    comparison.onlyNew().forEach(row -> lines.add("| %s | | | | | | | only new |".formatted(row)));
    return String.join("\n", lines) + "\n";
  }

  /** What came of it, in a line. */
  public static String headline(Comparison comparison) {
    int slower = comparison.regressions().size();
    int all = comparison.differences().size();
    int tooNoisy = comparison.tooNoisy().size();
    String found =
        slower == 0
            ? "No regression shown among %d benchmarks".formatted(all)
            : "%d of %d benchmarks became slower".formatted(slower, all);
    return tooNoisy == 0
        ? found
        : "%s; %d too noisy to show one of %s %%".formatted(found, tooNoisy, wanted(comparison));
  }

  private static String method(Comparison comparison) {
    return ("Medians of forks, %s; slower means by more than %s %%, with p below 5 %% after Holm's"
            + " correction for the number of rows. A row finds slowdowns of the ratio under"
            + " \"finds\" and more; it is too noisy if it would not find one of %s %%.")
        .formatted(
            comparison.paired() ? "the two builds by turns" : "two runs",
            String.format(Locale.ROOT, "%.3g", 100 * comparison.tolerance()),
            wanted(comparison));
  }

  /** The slowdown that every row shall let be found, in percent. */
  private static String wanted(Comparison comparison) {
    double percent = 100 * (Comparison.slowdownToFind(comparison.tolerance()) - 1);
    return BigDecimal.valueOf(percent)
        .round(new MathContext(3))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String line(Difference difference) {
    return "| %s | %s | %s | %s..%s | %s | %s | %d, %d | %s |"
        .formatted(
            difference.row(),
            difference.processorTime() ? "processor" : "wall",
            number(difference.ratio()),
            number(difference.low()),
            number(difference.high()),
            String.format(Locale.ROOT, "%.2g", difference.slower()),
            number(difference.finds()),
            difference.oldForks(),
            difference.newForks(),
            switch (difference.verdict()) {
              case SLOWER -> "**slower**";
              case FASTER -> "faster";
              case NO_DIFFERENCE -> "";
              case TOO_NOISY -> difference.verdict().toString();
            });
  }

  /** With two forks intervals may have hundreds of digits. */
  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.3f" : "%.2g", value);
  }
}
