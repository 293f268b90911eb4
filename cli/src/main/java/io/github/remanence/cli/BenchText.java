package io.github.remanence.cli;

import io.github.remanence.cli.bench.BenchFiles;
import io.github.remanence.cli.bench.BenchReport;
import io.github.remanence.cli.bench.BenchRow;
import io.github.remanence.cli.bench.ScalingReport;
import io.github.remanence.cli.console.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code bench} prints for people. */
final class BenchText {

  private BenchText() {}

  static String of(BenchReport.Run run, BenchFiles files) {
    TextTable table =
        new TextTable(
            List.of(
                "",
                "backend",
                "size",
                "field",
                "threads",
                "ns a device",
                "forks from",
                "to",
                "bytes",
                "flops",
                "limit",
                "share"));
    run.rows().stream().filter(row -> row.ns().isPresent()).forEach(row -> table.row(cells(row)));
    return """
    %s

    The share is the least time that a device's bytes or flops take at the ceilings of this run, over
    the measured time; the limit says which of the two is longer.%s
    Results: %s, with their machine in %s; page: %s\
    """
        .formatted(
            table,
            Stream.concat(run.warning().stream(), run.note().stream())
                .map(text -> "\n" + text)
                .collect(Collectors.joining()),
            files.results(),
            files.machine(),
            files.page());
  }

  static String of(ScalingReport scaling, BenchFiles files) {
    List<String> parts = new ArrayList<>();
    for (ScalingReport.Table each : scaling.tables()) {
      TextTable table = new TextTable(each.head());
      each.rows().forEach(row -> table.row(row.stream().map(BenchText::cell).toList()));
      parts.add(each.caption() + "\n" + table);
    }
    parts.addAll(scaling.notes());
    parts.add("Results: %s; page: %s".formatted(files.results(), files.page()));
    return String.join("\n\n", parts);
  }

  private static String cell(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.4g", number)
        : String.valueOf(value);
  }

  private static List<String> cells(BenchRow row) {
    return List.of(
        row.form().orElse(row.benchmark().replace("Benchmark", "") + loop(row)),
        row.params().getOrDefault("backend", ""),
        row.params().getOrDefault("size", ""),
        row.params().getOrDefault("field", ""),
        row.params().getOrDefault("threads", ""),
        number(row.ns()),
        number(row.lowNs()),
        number(row.highNs()),
        number(row.bytes()),
        number(row.flops()),
        row.limit().orElse(""),
        row.share().map(share -> Math.round(100 * share) + " %").orElse(""));
  }

  private static String loop(BenchRow row) {
    return row.params().containsKey("loop") ? " " + row.params().get("loop") : "";
  }

  private static String number(Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, "%.3g", v)).orElse("");
  }
}
