package io.github.remanence.cli;

import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.TextTable;
import io.github.remanence.validate.Machine;
import io.github.remanence.validate.Table;
import io.github.remanence.validate.ValidationReport;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What {@code validate} found, for people and for {@code --json}.
 *
 * @param passed true if every bound holds
 * @param machine the machine
 * @param backends what ran, or why it could not
 * @param date when it ended
 * @param tables the answers
 * @param files the CSV files, if they were stored
 */
record ValidateReport(
    boolean passed,
    Machine machine,
    List<String> backends,
    Instant date,
    List<Answer> tables,
    List<String> files) {

  /** A column that only CSV and JSON show: a terminal has no room for it. */
  private static final String TOO_WIDE = "worst at";

  /**
   * One table.
   *
   * @param name its name
   * @param title its question
   * @param bound what it is held against
   * @param passed true if the bound holds in every row
   * @param worstShare the largest error as a share of the bound
   * @param columns the headings
   * @param rows the cells, text or numbers
   */
  record Answer(
      String name,
      String title,
      String bound,
      boolean passed,
      double worstShare,
      List<String> columns,
      List<List<Object>> rows) {

    static Answer of(Table table) {
      return new Answer(
          table.name(),
          table.title(),
          table.bound().statement(),
          table.passed(),
          table.worstShare(),
          table.columns(),
          table.rows().stream().map(Table.Row::cells).toList());
    }

    String text() {
      int hidden = columns.indexOf(TOO_WIDE);
      TextTable table = new TextTable(without(hidden, columns));
      rows.forEach(row -> table.row(without(hidden, row.stream().map(Answer::cell).toList())));
      return """
      %s
      %s
      bound: %s; largest error %.0f %% of it: %s
      """
          .formatted(title, table, bound, 100 * worstShare, passed ? "holds" : "BROKEN");
    }

    private static List<String> without(int hidden, List<String> cells) {
      return IntStream.range(0, cells.size())
          .filter(i -> i != hidden)
          .mapToObj(cells::get)
          .toList();
    }

    private static String cell(Object value) {
      return value instanceof Double number ? "%.4g".formatted(number) : value.toString();
    }
  }

  static ValidateReport of(ValidationReport report, List<String> files) {
    return new ValidateReport(
        report.passed(),
        report.machine(),
        report.backends(),
        report.date(),
        report.tables().stream().map(Answer::of).toList(),
        files);
  }

  int exitCode() {
    return passed ? ExitCode.OK : ExitCode.BOUND_BROKEN;
  }

  /** For people. */
  String text() {
    String answers = tables.stream().map(Answer::text).collect(Collectors.joining("\n"));
    String stored = files.isEmpty() ? "" : "\nstored: " + String.join(", ", files);
    return answers + "\n" + verdict() + stored;
  }

  private String verdict() {
    if (passed) {
      return "all bounds hold";
    }
    return tables.stream()
        .filter(table -> !table.passed())
        .map(Answer::name)
        .collect(Collectors.joining(", ", "BROKEN BOUNDS: ", ""));
  }
}
