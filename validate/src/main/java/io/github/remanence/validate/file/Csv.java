package io.github.remanence.validate.file;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a CSV file (RFC 4180), which begins with comments. */
public final class Csv {

  private Csv() {}

  /** A comment, of one line. */
  public static String comment(String text) {
    return "# " + text.replaceAll("\\R", " ");
  }

  /** A row, or the names of the columns. */
  public static String line(List<?> cells) {
    return cells.stream().map(cell -> quoted(cell.toString())).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
