package io.github.remanence.fit.curves;

import java.util.regex.Pattern;

/**
 * The numbers of a file of curves. A comma in one is a decimal comma where it does not separate
 * cells; a file has one decimal mark, so that 1.234 is never read as 1,234 or the other way round.
 */
final class CurvesNumbers {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][-+]?\\d+)?");

  private final char separator;
  private char mark = ' ';
  private long markLine;

  CurvesNumbers(char separator) {
    this.separator = separator;
  }

  double read(String column, String cell, long line) {
    if (cell.isEmpty()) {
      throw new IllegalArgumentException(column + " is missing");
    }
    if (!NUMBER.matcher(cell).matches()) {
      throw new IllegalArgumentException("%s '%s' is no number".formatted(column, cell));
    }
    requireOneMark(column, cell, line);
    double number = Double.parseDouble(cell.replace(',', '.'));
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("%s '%s' is too large".formatted(column, cell));
    }
    return number;
  }

  private void requireOneMark(String column, String cell, long line) {
    char found = cell.indexOf(',') >= 0 ? ',' : cell.indexOf('.') >= 0 ? '.' : ' ';
    if (found == ',' && separator == ',') {
      throw new IllegalArgumentException(
          "%s '%s' has a comma; use decimal points, or separate cells by semicolons"
              .formatted(column, cell));
    }
    if (found != ' ' && mark == ' ') {
      mark = found;
      markLine = line;
    }
    if (found != ' ' && found != mark) {
      throw new IllegalArgumentException(
          "%s '%s' has the decimal mark '%s', line %d has '%s'"
              .formatted(column, cell, found, markLine, mark));
    }
  }
}
