package io.github.remanence.validate;

import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to one question. Immutable.
 *
 * @param name a short name of small letters and hyphens, also the name of the file
 * @param title the question
 * @param bound the bound that the rows are held against
 * @param columns the names of the columns, the share of the bound last
 * @param rows the measured rows
 */
public record Table(String name, String title, Bound bound, List<String> columns, List<Row> rows) {

  /** The columns of {@link Row#of(List, Errors)} after its labels. */
  private static final List<String> ERROR_COLUMNS =
      List.of("devices", "max ulp", "rms ulp", "error/window", "error/step", "worst at", "share");

  /** Copies the lists and checks that the rows fit the columns. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of table '%s' has %d cells for %d columns"
                .formatted(name, row.cells().size(), columns.size()));
      }
    }
  }

  /** A table of errors: these labels, then the columns of {@link Row#of(List, Errors)}. */
  static Table ofErrors(
      String name, String title, Bound bound, List<String> labels, List<Row> rows) {
    return new Table(name, title, bound, concat(labels, ERROR_COLUMNS), rows);
  }

  /** The largest share of any row; NaN without rows or if one is NaN. */
  public double worstShare() {
    return rows.stream().mapToDouble(Row::share).reduce(Math::max).orElse(Double.NaN);
  }

  /** True if there are rows and the bound holds in each. */
  public boolean passed() {
    return worstShare() <= 1;
  }

  /**
   * One row.
   *
   * @param cells text or numbers, the share last
   * @param share the largest error of this row as a share of what the bound allows
   */
  public record Row(List<Object> cells, double share) {
    /** Copies the cells. */
    public Row {
      cells = List.copyOf(cells);
    }

    static Row of(List<?> measured, double share) {
      return new Row(concat(measured, List.of(share)), share);
    }

    static Row of(List<?> labels, Errors errors) {
      List<Object> measured =
          List.of(
              errors.devices(),
              errors.maxUlps(),
              errors.rmsUlps(),
              errors.maxOfWindow(),
              errors.ofStep(),
              errors.worst().map(Comparison::toString).orElse("no device"));
      return of(concat(labels, measured), errors.worstShare());
    }
  }

  private static <T> List<T> concat(List<? extends T> first, List<? extends T> second) {
    return Stream.<T>concat(first.stream(), second.stream()).toList();
  }
}
