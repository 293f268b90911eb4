package io.github.remanence.validate;

import io.github.remanence.validate.file.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stores a report as CSV (RFC 4180), one file a table, each under the header of its machine.
 *
 * <p>A header line starts with {@code # } and ends before the line with the names of the columns.
 */
public final class CsvFolder {

  private CsvFolder() {}

  /**
   * Writes {@code NAME.csv} for each table, in place of files of that name.
   *
   * <p>Each file appears whole or not at all, and none before all are written.
   *
   * @param folder made if it is missing
   * @param report what to store
   * @param command what the user ran, for the header
   * @return the files, in the order of the tables
   * @throws IOException if the folder or a file cannot be written
   */
  public static List<Path> write(Path folder, ValidationReport report, String command)
      throws IOException {
    Files.createDirectories(folder);
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (Table table : report.tables()) {
        // Not createTempFile: the result would be readable by its owner alone.
        Path temporary = folder.resolve(table.name() + ".csv.tmp");
        written.put(temporary, folder.resolve(table.name() + ".csv"));
        Files.write(temporary, lines(report, table, command));
      }
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(file.getKey(), file.getValue(), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (Path temporary : written.keySet()) {
        Files.deleteIfExists(temporary);
      }
    }
    return List.copyOf(written.values());
  }

  static List<String> lines(ValidationReport report, Table table, String command) {
    List<String> lines = new ArrayList<>(header(report, table, command));
    lines.add(Csv.line(table.columns()));
    table.rows().forEach(row -> lines.add(Csv.line(row.cells())));
    return lines;
  }

  private static List<String> header(ValidationReport report, Table table, String command) {
    return Stream.of(
            Stream.of(
                "title: " + table.title(),
                "bound: " + table.bound().statement(),
                "worst share: %s, must be at most 1".formatted(table.worstShare())),
            report.machine().lines().stream(),
            Stream.of(
                "backends: " + String.join("; ", report.backends()),
                "date: " + report.date(),
                "command: " + command))
        .flatMap(lines -> lines)
        .map(Csv::comment)
        .toList();
  }
}
