package io.github.remanence.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of a golden CSV file; lines that start with # say where they come from. */
final class GoldenRows {
  private GoldenRows() {}

  /** One row, by column name. */
  record Row(List<String> columns, List<String> cells) {
    double number(String column) {
      return Double.parseDouble(cell(column));
    }

    BigDecimal exact(String column) {
      return new BigDecimal(cell(column));
    }

    private String cell(String column) {
      return cells.get(columns.indexOf(column));
    }

    @Override
    public String toString() {
      return String.join(",", cells);
    }
  }

  /** The rows of a file in the golden folder; at least one, each as wide as the header. */
  static List<Row> of(String file) {
    List<List<String>> lines = lines(file);
    List<Row> rows = new ArrayList<>();
    for (List<String> cells : lines.subList(1, lines.size())) {
      if (cells.size() != lines.getFirst().size()) {
        throw new IllegalStateException(file + ": row of the wrong width: " + cells);
      }
      rows.add(new Row(lines.getFirst(), cells));
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(file + " has no rows");
    }
    return rows;
  }

  private static List<List<String>> lines(String file) {
    try (InputStream in = GoldenRows.class.getResourceAsStream("golden/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no golden file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
