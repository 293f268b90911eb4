package io.github.remanence.fit.curves;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** The header of a file of curves: which column is which, and their units. */
final class CurvesHeader {

  static final String EXPECTED =
      "a header with the columns 'field [T]', 'polarity', 'pulse', 'value [S]' (in any order and"
          + " units), and 'device' and 'cycle' where there are several";

  private static final List<String> REQUIRED = List.of("field", "polarity", "pulse", "value");

  private static final Map<String, String> NAMES =
      Map.of(
          "field", "field",
          "polarity", "polarity",
          "pulse", "pulse",
          "pulses", "pulse",
          "value", "value",
          "device", "device",
          "cycle", "cycle",
          "repeat", "cycle");

  /** A name and perhaps a unit, in square or round brackets. */
  private static final Pattern COLUMN = Pattern.compile("(\\w+)\\s*(?:[\\[(](.*)[])])?");

  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final int size;

  private CurvesHeader(int size) {
    this.size = size;
  }

  static CurvesHeader of(List<String> cells, long line) throws BadCurvesException {
    CurvesHeader header = new CurvesHeader(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      header.add(cells.get(i), i, line);
    }
    for (String name : REQUIRED) {
      if (!header.columns.containsKey(name)) {
        throw new BadCurvesException(
            "line %d: there is no column '%s'; expected %s".formatted(line, name, EXPECTED));
      }
    }
    return header;
  }

  private void add(String cell, int column, long line) throws BadCurvesException {
    if (cell.isBlank()) {
      return;
    }
    Matcher found = COLUMN.matcher(cell.strip());
    String name = found.matches() ? NAMES.get(found.group(1).toLowerCase(Locale.ROOT)) : null;
    if (name == null) {
      throw new BadCurvesException(
          "line %d: the column '%s' is unknown; delete it, or expected was %s"
              .formatted(line, cell, EXPECTED));
    }
    if (columns.put(name, column) != null) {
      throw new BadCurvesException("line %d: there are two columns '%s'".formatted(line, name));
    }
    String unit = found.group(2);
    units.put(name, unit == null ? "" : unit.strip());
  }

  int columns() {
    return size;
  }

  String fieldUnit() {
    return units.getOrDefault("field", "");
  }

  String valueUnit() {
    String unit = units.getOrDefault("value", "");
    return unit.isEmpty() ? "a.u." : unit;
  }

  String field(CSVRecord row) {
    return cell(row, "field");
  }

  String polarity(CSVRecord row) {
    return cell(row, "polarity");
  }

  String pulse(CSVRecord row) {
    return cell(row, "pulse");
  }

  String value(CSVRecord row) {
    return cell(row, "value");
  }

  String device(CSVRecord row) {
    return cell(row, "device");
  }

  String cycle(CSVRecord row) {
    return cell(row, "cycle");
  }

  /** Empty where the row or the file has none. */
  private String cell(CSVRecord row, String name) {
    Integer column = columns.get(name);
    return column == null || column >= row.size() ? "" : row.get(column);
  }
}
