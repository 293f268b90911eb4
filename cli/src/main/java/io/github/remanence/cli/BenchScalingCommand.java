package io.github.remanence.cli;

import io.github.remanence.bench.study.OwnBuild;
import io.github.remanence.bench.study.Preset;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Scaling;
import io.github.remanence.bench.study.Study;
import io.github.remanence.cli.bench.BenchFiles;
import io.github.remanence.cli.bench.BenchHeader;
import io.github.remanence.cli.bench.BenchReport;
import io.github.remanence.cli.bench.Measuring;
import io.github.remanence.cli.bench.ScalingReport;
import io.github.remanence.cli.bench.ScalingReports;
import io.github.remanence.cli.bench.StudyProgress;
import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.kernel.Backend;
import io.github.remanence.validate.Machine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Time and memory over threads and sizes. */
@Command(
    name = "scaling",
    description = {
      "Measure how updates scale over threads and sizes, and what a network of 10^9 weights would"
          + " take.",
      "",
      "Strong scaling: one crossbar, more threads. Weak scaling: as much of a crossbar for each"
          + " thread. Over sizes up to a limit: time, and the most memory that the process ever"
          + " had. Ends with exit code 1 if that grows by more than 1.1 times the crossbar."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence bench scaling",
      "  remanence bench scaling --limit 16384 --out large.json"
    })
final class BenchScalingCommand implements Callable<Integer> {

  private static final double MOST_FACTOR = 1.1;

  @Option(
      names = "--limit",
      paramLabel = "MIB",
      description = "Memory of the largest crossbar; by default a quarter of the machine's.")
  private @Nullable Long limit;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Forks of each row. Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "scaling.json",
      description = "Where the results go. Default ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--force", description = "Write over existing results.")
  private boolean force;

  @Mixin private Output output;

  @Override
  public Integer call() {
    int cores = Runtime.getRuntime().availableProcessors();
    String backend = Backend.fastest().toString();
    BenchFiles files = BenchFiles.named(out);
    Study study = study(backend, cores);
    files.require(force);
    BenchHeader begun = BenchHeader.begin(output.commandLine(), Version.text(), study);
    StudyProgress progress = new StudyProgress(output);
    Results results =
        Measuring.run(
                study,
                step -> {
                  files.write(step.results().getFirst(), begun.after(step));
                  progress.after(step);
                })
            .getFirst();
    Scaling scaling = new Scaling(backend, cores, results);
    ScalingReport found = ScalingReports.of(scaling);
    BenchReport report =
        BenchReport.of(
                output.commandLine(), Version.text(), List.of(BenchReport.run(out, files, results)))
            .with(found);
    files.writePage(report.page());
    output.result(found, () -> BenchText.of(found, files));
    return scaling.memory().filter(memory -> memory.factor() > MOST_FACTOR).isPresent()
        ? ExitCode.BOUND_BROKEN
        : ExitCode.OK;
  }

  private Study study(String backend, int cores) {
    if (rounds < 1) {
      throw Failure.usage("--rounds must be at least 1, was " + rounds);
    }
    long most = limit == null ? Machine.here().memoryBytes() / 4 : limit << 20;
    if (most < 1 << 20) {
      throw Failure.usage("--limit must be at least 1, was " + limit);
    }
    Preset preset = Scaling.preset(backend, cores, most).withRounds(rounds);
    return new Study(preset, List.of(new OwnBuild()), List.of(Scaling.PROFILER));
  }
}
