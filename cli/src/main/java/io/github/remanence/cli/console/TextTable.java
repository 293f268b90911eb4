package io.github.remanence.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text under headings: columns of numbers to the right, all others to the left. */
public final class TextTable {

  private static final String GAP = "  ";

  /** A number, with a unit or without. */
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9].*|NaN|-?Infinity");

  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  /** A table with these headings and no rows. */
  public TextTable(List<String> headings) {
    columns = headings.size();
    rows.add(List.copyOf(headings));
  }

  /** Adds a row, as many cells as there are headings. */
  public TextTable row(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "a row of %d columns cannot have %d cells".formatted(columns, cells.size()));
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The table as lines, without a line break at the end. */
  @Override
  public String toString() {
    int[] widths = IntStream.range(0, columns).map(this::signedWidth).toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  /** Negative for a column to the left, as format strings have it. */
  private int signedWidth(int column) {
    int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    boolean numbers =
        rows.stream().skip(1).allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    return numbers ? width : -width;
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> pad(row.get(i), widths[i]))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String pad(String cell, int width) {
    return width == 0 ? "" : ("%" + width + "s").formatted(cell);
  }
}
