package io.github.remanence.cli;

import io.github.remanence.bench.compare.Comparison;
import io.github.remanence.bench.study.Results;
import io.github.remanence.cli.bench.BenchFiles;
import io.github.remanence.cli.bench.BenchReport;
import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Output;
import io.github.remanence.cli.file.OutputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The page, of results that are there. */
@Command(
    name = "page",
    description = {
      "Show results that are there: the newest in full, beside the history of all, and the last two"
          + " compared.",
      "",
      "Also for a study that was interrupted, and for what JMH itself has written with -rf json."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence bench page bench.json",
      "  remanence bench page week-46.json week-47.json week-48.json --out history.html"
    })
final class BenchPageCommand implements Callable<Integer> {

  private static final double TOLERANCE = 0.02;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Results, JMH's JSON, the oldest first.")
  private List<Path> files;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "bench.html",
      description = "The page; an older one is replaced. Default ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private Output output;

  @Override
  public Integer call() {
    OutputFile page = new OutputFile("--out", out);
    page.require(true, files);
    List<Results> all = files.stream().map(file -> new BenchFiles(file).read()).toList();
    List<BenchReport.Run> runs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      runs.add(BenchReport.run(files.get(i), new BenchFiles(files.get(i)), all.get(i)));
    }
    BenchReport report = BenchReport.of(output.commandLine(), Version.text(), runs);
    if (all.size() > 1) {
      report = compared(report, all);
    }
    byte[] html = report.page().getBytes(StandardCharsets.UTF_8);
    page.write(stream -> stream.write(html));
    output.result(report, () -> "The page is " + out);
    return ExitCode.OK;
  }

  /** Where they can be compared: with one fork there is a page, and no comparison. */
  private BenchReport compared(BenchReport report, List<Results> all) {
    int last = all.size() - 1;
    try {
      Comparison comparison = Comparison.of(all.get(last - 1), all.get(last), TOLERANCE, false);
      String oldName = files.get(last - 1).toString();
      return report.with(BenchReport.Compared.of(comparison, oldName, files.get(last).toString()));
    } catch (IllegalArgumentException e) {
      output.warn("no comparison: " + e.getMessage());
      return report;
    }
  }
}
