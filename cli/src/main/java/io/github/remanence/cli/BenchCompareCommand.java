package io.github.remanence.cli;

import io.github.remanence.bench.compare.Comparison;
import io.github.remanence.cli.bench.BenchFiles;
import io.github.remanence.cli.bench.Verdicts;
import io.github.remanence.cli.console.Output;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Two results. */
@Command(
    name = "compare",
    description = {
      "Compare two results of JMH, row by row, and end with exit code 1 if the new one is slower.",
      "",
      "One number a fork, the median of its iterations, since iterations in a fork are no"
          + " independent samples; Welch's t of their logarithms, and Holm's correction for the"
          + " number of rows. Measure both with 5 rounds or more: each row says what slowdown it"
          + " would have found, and one that would not have found 10 % is called too noisy. What"
          + " changed in the machine between the two runs cannot be told from a change of the"
          + " build, but where both have ceilings it is shown; 'bench ab' measures both builds by"
          + " turns, and does not have that trouble."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence bench compare old.json new.json",
      "  remanence bench compare old.json new.json --markdown report.md --junit report.xml"
    })
final class BenchCompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "OLD", description = "The old results, JMH's JSON.")
  private Path older;

  @Parameters(index = "1", paramLabel = "NEW", description = "The new results.")
  private Path newer;

  @Mixin private Verdicts verdicts;

  @Mixin private Output output;

  @Override
  public Integer call() {
    verdicts.require();
    Comparison comparison =
        verdicts.compare(new BenchFiles(older).read(), new BenchFiles(newer).read(), false);
    return verdicts.tell(comparison, older.toString(), newer.toString(), output);
  }
}
