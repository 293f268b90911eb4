package io.github.remanence.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What somebody needs who has a page read aloud. */
public final class ScreenReader {

  private ScreenReader() {}

  /**
   * Every chart has a name, and words that say its numbers or point to the table that does; every
   * table has a caption, and each of its columns and rows a head.
   *
   * @param charts how many there are
   */
  public static void isGivenAll(AccessibleNode page, int charts) {
    assertThat(page.all("figure"))
        .as("charts")
        .hasSize(charts)
        .allSatisfy(ScreenReader::isGivenAChart);
    assertThat(page.all("region"))
        .allSatisfy(region -> namesTellApart(region.all("figure")))
        .allSatisfy(region -> namesTellApart(region.all("DisclosureTriangle")));
    List<AccessibleNode> tables = page.all("table");
    assertThat(tables).as("tables").isNotEmpty().allSatisfy(ScreenReader::isGivenATable);
  }

  private static void namesTellApart(List<AccessibleNode> nodes) {
    assertThat(nodes).extracting(AccessibleNode::name).doesNotHaveDuplicates().doesNotContain("");
  }

  private static void isGivenAChart(AccessibleNode figure) {
    assertThat(figure.all("image")).as("images of %s", figure.name()).hasSize(1);
    String words = figure.all("image").getFirst().name();
    boolean pointsToTable = words.contains("The table below has the numbers");
    assertThat(figure.all("DisclosureTriangle"))
        .as("the table that '%s' points to", words)
        .hasSize(pointsToTable ? 1 : 0);
    assertThat(words).containsPattern(pointsToTable ? "table" : "\\d[^.]*,[^.]*\\d");
  }

  private static void isGivenATable(AccessibleNode table) {
    assertThat(table.name()).as("caption").isNotBlank();
    List<AccessibleNode> rows = table.all("row");
    assertThat(rows).as("rows of %s", table.name()).hasSizeGreaterThan(1);
    assertThat(rows.getFirst().children())
        .as("columns of %s", table.name())
        .isNotEmpty()
        .allSatisfy(head -> assertThat(head.role()).isEqualTo("columnheader"))
        .allSatisfy(
            head -> assertThat(head.name()).matches("[\\p{L}\\p{N}].*[\\p{L}\\p{N})%]|\\w"));
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(row -> assertThat(row.children().getFirst().role()).isEqualTo("rowheader"))
        .allSatisfy(row -> assertThat(row.children().getFirst().name()).isNotBlank());
  }
}
