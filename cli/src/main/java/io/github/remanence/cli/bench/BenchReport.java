package io.github.remanence.cli.bench;

import io.github.remanence.bench.compare.Comparison;
import io.github.remanence.bench.compare.Markdown;
import io.github.remanence.bench.study.CeilingCheck;
import io.github.remanence.bench.study.Results;
import io.github.remanence.cli.page.HtmlPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What studies found, as plain data: for {@code --json} and for the page.
 *
 * @param command the command line that made it
 * @param version of this program
 * @param runs the oldest first
 * @param comparison of the last two, or of two builds
 * @param scaling over threads and sizes, if that was asked for
 */
public record BenchReport(
    String command,
    String version,
    List<Run> runs,
    Optional<Compared> comparison,
    Optional<ScalingReport> scaling) {

  private static final String ON_GPU =
      "Rows of a GPU have no share: the ceilings are those of the host, and each update here copies"
          + " the crossbar to the GPU and back. GpuBenchmark measures crossbars that stay there,"
          + " beside a copy there.";

  /** Copies the list. */
  public BenchReport {
    runs = List.copyOf(runs);
  }

  /**
   * One study.
   *
   * @param name of its file
   * @param header what stands beside it
   * @param rows what was measured
   * @param note what has to be known to read them
   * @param warning what is wrong with its ceilings, if anything
   */
  public record Run(
      String name,
      Optional<BenchHeader> header,
      List<BenchRow> rows,
      Optional<String> note,
      Optional<String> warning) {
    /** Copies the list. */
    public Run {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Two of them.
   *
   * @param oldName the old one
   * @param newName the new one
   * @param headline what came of it
   * @param paired whether they ran by turns
   * @param tolerance the part by which a row may be slower
   * @param machineRatio how much longer the ceilings took
   * @param warnings what is wrong with the ceilings of either
   * @param rows row by row
   */
  public record Compared(
      String oldName,
      String newName,
      String headline,
      boolean paired,
      double tolerance,
      Optional<Double> machineRatio,
      List<String> warnings,
      List<Row> rows) {

    /** Copies the lists. */
    public Compared {
      warnings = List.copyOf(warnings);
      rows = List.copyOf(rows);
    }

    /**
     * A row in both.
     *
     * @param name the row
     * @param time which time: processor or wall
     * @param ratio new time over old
     * @param low lower end of its interval
     * @param high upper end
     * @param slower adjusted probability
     * @param finds the smallest slowdown that would have been found, as a ratio
     * @param verdict in words
     */
    public record Row(
        String name,
        String time,
        double ratio,
        double low,
        double high,
        double slower,
        double finds,
        String verdict) {}

    /** Of a comparison. */
    public static Compared of(Comparison comparison, String oldName, String newName) {
      return new Compared(
          oldName,
          newName,
          Markdown.headline(comparison),
          comparison.paired(),
          comparison.tolerance(),
          comparison.machineRatio(),
          comparison.warnings(oldName, newName),
          comparison.differences().stream()
              .map(
                  d ->
                      new Row(
                          d.row().toString(),
                          d.processorTime() ? "processor" : "wall",
                          d.ratio(),
                          d.low(),
                          d.high(),
                          d.slower(),
                          d.finds(),
                          d.verdict().toString()))
              .toList());
    }
  }

  /** Of some runs alone. */
  public static BenchReport of(String command, String version, List<Run> runs) {
    return new BenchReport(command, version, runs, Optional.empty(), Optional.empty());
  }

  /** The same with a comparison. */
  public BenchReport with(Compared compared) {
    return new BenchReport(command, version, runs, Optional.of(compared), scaling);
  }

  /** The same with scaling. */
  public BenchReport with(ScalingReport found) {
    return new BenchReport(command, version, runs, comparison, Optional.of(found));
  }

  /** One run, of results that are there. */
  public static Run run(Path name, BenchFiles files, Results results) {
    return new Run(
        name.toString(),
        files.readHeader(),
        results.all().stream().map(result -> BenchRow.of(result, results)).toList(),
        results.all().stream().anyMatch(result -> result.row().isOnGpu())
            ? Optional.of(ON_GPU)
            : Optional.empty(),
        CeilingCheck.warning(results));
  }

  /** The newest run. */
  public Run last() {
    return runs.getLast();
  }

  /** The page as text, to be stored in UTF-8. */
  public String page() {
    return HtmlPage.of(this, BenchReport.class);
  }
}
