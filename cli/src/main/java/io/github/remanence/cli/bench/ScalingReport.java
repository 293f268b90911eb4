package io.github.remanence.cli.bench;

import java.util.List;

/**
 * How time and memory grow, as charts and tables.
 *
 * @param charts of what was measured
 * @param tables of what was measured and what is expected
 * @param notes the models behind it, a line each
 */
public record ScalingReport(List<Chart> charts, List<Table> tables, List<String> notes) {

  /** Copies the lists. */
  public ScalingReport {
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /**
   * Lines over one axis.
   *
   * @param title what it is
   * @param subtitle units and what is fixed
   * @param xLabel along the axis
   * @param yLabel up the axis
   * @param x places of the points
   * @param logX whether the axis is logarithmic
   * @param logY whether the other one is
   * @param lines as many values each as there are places
   */
  public record Chart(
      String title,
      String subtitle,
      String xLabel,
      String yLabel,
      List<Double> x,
      boolean logX,
      boolean logY,
      List<Line> lines) {

    /** Copies the lists. */
    public Chart {
      x = List.copyOf(x);
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of a chart.
   *
   * @param label its name
   * @param limit whether it is a limit and was not measured
   * @param values in the order of the places
   */
  public record Line(String label, boolean limit, List<Double> values) {
    /** Copies the list. */
    public Line {
      values = List.copyOf(values);
    }
  }

  /**
   * A table.
   *
   * @param caption what it is
   * @param head names of the columns
   * @param rows texts and numbers
   */
  public record Table(String caption, List<String> head, List<List<Object>> rows) {
    /** Copies the lists. */
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
