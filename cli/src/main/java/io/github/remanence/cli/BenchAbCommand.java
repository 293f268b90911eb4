package io.github.remanence.cli;

import io.github.remanence.bench.compare.Comparison;
import io.github.remanence.bench.study.JarBuild;
import io.github.remanence.bench.study.Preset;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Study;
import io.github.remanence.cli.bench.BenchFiles;
import io.github.remanence.cli.bench.BenchHeader;
import io.github.remanence.cli.bench.BenchReport;
import io.github.remanence.cli.bench.Measuring;
import io.github.remanence.cli.bench.StudyProgress;
import io.github.remanence.cli.bench.Verdicts;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.kernel.Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two builds by turns. */
@Command(
    name = "ab",
    description = {
      "Measure two builds by turns, and end with exit code 1 if the new one is slower.",
      "",
      "Each jar is benchmarks.jar or remanence.jar of a build. Every fork of the one is followed by"
          + " the same fork of the other, and who is first changes from round to round, so that a"
          + " machine that drifts meets both alike; pairs are compared, by Student's t of their"
          + " logarithms, with Holm's correction for the number of rows.",
      "",
      "A row whose pairs differ too much to show a slowdown of 10 % after all rounds gets more of"
          + " them, up to fifteen times as many; one that is still too noisy then is said to be."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence bench ab old.jar new.jar --junit report.xml",
      "  remanence bench ab old.jar new.jar --rows 'Gradient|PerDevice' --rounds 20"
    })
final class BenchAbCommand implements Callable<Integer> {

  /** How many times the rounds a row may take. */
  private static final int MOST_TIMES = 15;

  @Parameters(index = "0", paramLabel = "OLD", description = "The old build, a jar.")
  private Path older;

  @Parameters(index = "1", paramLabel = "NEW", description = "The new build, a jar.")
  private Path newer;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Pairs of forks of each row, at least 2, and at most fifteen times as many where they"
              + " differ much. Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--rows",
      paramLabel = "PATTERN",
      description = "Only rows with this regular expression in benchmark or parameters.")
  private String rows = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "ab.json",
      description =
          "Where the results go: NAME.old.json and NAME.new.json, with the machine beside each, and"
              + " the page NAME.html. Default ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--force", description = "Write over existing results.")
  private boolean force;

  @Mixin private Verdicts verdicts;

  @Mixin private Output output;

  @Override
  public Integer call() {
    BenchFiles all = BenchFiles.named(out);
    BenchFiles ofOld = new BenchFiles(all.sibling(".old.json"));
    BenchFiles ofNew = new BenchFiles(all.sibling(".new.json"));
    verdicts.require();
    List.of(all, ofOld, ofNew).forEach(files -> files.require(force));
    Study study = study();
    List<Results> results = measure(study, ofOld, ofNew);
    Comparison comparison = verdicts.compare(results.getFirst(), results.getLast(), true);
    List<BenchReport.Run> runs =
        List.of(
            BenchReport.run(older, ofOld, results.getFirst()),
            BenchReport.run(newer, ofNew, results.getLast()));
    all.writePage(
        BenchReport.of(output.commandLine(), Version.text(), runs)
            .with(BenchReport.Compared.of(comparison, older.toString(), newer.toString()))
            .page());
    return verdicts.tell(comparison, older.toString(), newer.toString(), output);
  }

  private Study study() {
    if (rounds < Comparison.FEWEST_FORKS) {
      throw Failure.usage(
          "--rounds must be at least %d, was %d".formatted(Comparison.FEWEST_FORKS, rounds));
    }
    Preset gate = Preset.gate(Backend.fastest().toString()).withRounds(rounds).onlyRows(pattern());
    if (gate.rows().isEmpty()) {
      throw Failure.usage("--rows %s: it is in no row; there are %s".formatted(rows, names()));
    }
    return new Study(
        gate,
        List.of(build(older), build(newer)),
        List.of(),
        verdicts.untilFound(MOST_TIMES * rounds));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    Preset.gate(Backend.fastest().toString()).rows().forEach(row -> names.add(row.toString()));
    return names;
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(rows);
    } catch (PatternSyntaxException e) {
      throw Failure.usage("--rows %s: %s".formatted(rows, e.getDescription()));
    }
  }

  private static JarBuild build(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw Failure.badInput("%s: there is no such file; name the jar of a build".formatted(jar));
    }
    try {
      return new JarBuild(jar);
    } catch (IllegalArgumentException e) {
      throw Failure.badInput("%s: %s".formatted(jar, e.getMessage()));
    }
  }

  private List<Results> measure(Study study, BenchFiles ofOld, BenchFiles ofNew) {
    StudyProgress progress = new StudyProgress(output);
    BenchHeader begun = BenchHeader.begin(output.commandLine(), Version.text(), study);
    BenchHeader[] last = {begun};
    List<Results> results =
        Measuring.run(
            study,
            step -> {
              last[0] = begun.after(step);
              ofOld.write(step.results().getFirst(), last[0]);
              ofNew.write(step.results().getLast(), last[0]);
              progress.after(step);
            });
    BenchHeader ended = last[0].ended();
    ofOld.write(results.getFirst(), ended);
    ofNew.write(results.getLast(), ended);
    return results;
  }
}
