package io.github.remanence.cli;

import io.github.remanence.bench.study.Build;
import io.github.remanence.bench.study.OwnBuild;
import io.github.remanence.bench.study.Place;
import io.github.remanence.bench.study.Preset;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Study;
import io.github.remanence.bench.study.UpdateForm;
import io.github.remanence.cli.bench.BenchFiles;
import io.github.remanence.cli.bench.BenchHeader;
import io.github.remanence.cli.bench.BenchReport;
import io.github.remanence.cli.bench.Measuring;
import io.github.remanence.cli.bench.StudyProgress;
import io.github.remanence.cli.console.Execution;
import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.kernel.Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** JMH's benchmarks as one study. */
@Command(
    name = "bench",
    description = {
      "Measure updates with JMH, beside what the machine can do at most, and show what limits"
          + " each.",
      "",
      "Every row of a study gets one fork in each round, so that a machine that is slow for a while"
          + " meets all rows alike. After every fork the results are written: what was measured"
          + " before Ctrl-C stays. NAME.json is JMH's own, NAME.machine.json says where and of"
          + " which build, NAME.html is a page."
    },
    subcommands = {
      BenchCompareCommand.class,
      BenchAbCommand.class,
      BenchScalingCommand.class,
      BenchPageCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence bench quick",
      "  remanence bench full --out 2026-12-01.json",
      "  remanence bench quick --form int8,gradient --size 64,256,1024,4096 --threads 1,2",
      "  remanence bench quick --form int8 --size 256 --rounds 1 -prof gc",
      "  remanence bench quick --form int8 --size 256 --rounds 1 -prof perfasm:events=cpu-clock"
    })
final class BenchCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PRESET",
      description =
          "What to measure: quick, 5 to 10 minutes, or full, an hour or more, along every axis, and"
              + " on a GPU where there is one.")
  private @Nullable String preset;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "bench.json",
      description = "Where the results go. Default ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--force", description = "Write over existing results.")
  private boolean force;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Forks of each row; default 3 for quick, 5 for full.")
  private @Nullable Integer rounds;

  @Option(
      names = "--form",
      split = ",",
      paramLabel = "NAME",
      description =
          "Forms of an update instead of the preset's rows: uniform, int8, float32, gradient,"
              + " factors, noise, pair, field-change, sum.")
  private @Nullable List<String> forms;

  @Option(
      names = "--backend",
      split = ",",
      paramLabel = "NAME",
      description = "Backends: scalar, vector, gpu.")
  private @Nullable List<String> backends;

  @Option(
      names = "--size",
      split = ",",
      paramLabel = "SIZE",
      description = "Sizes of the crossbar, such as 256 or 1000x1003.")
  private @Nullable List<String> sizes;

  @Option(names = "--field", split = ",", paramLabel = "H", description = "Fields h.")
  private @Nullable List<String> fields;

  @Option(names = "--threads", split = ",", paramLabel = "N", description = "Threads.")
  private @Nullable List<Integer> threads;

  @Option(
      names = "-prof",
      paramLabel = "PROFILER[:OPTIONS]",
      description =
          "A profiler of JMH's, such as gc, async:libPath=/PATH/libasyncProfiler.so, or on Linux"
              + " with perf and hsdis perfasm; may be given more than once.")
  private List<String> profilers = new ArrayList<>();

  @Mixin private Output output;

  @Override
  public Integer call() {
    if (preset == null) {
      throw Failure.usage(
          "bench: say what to measure, one of %s, or a command: compare, ab, scaling, page"
              .formatted(Preset.names()));
    }
    BenchFiles files = BenchFiles.named(out);
    Study study = new Study(chosen(), List.<Build>of(new OwnBuild()), profilers);
    files.require(force);
    BenchHeader begun = BenchHeader.begin(output.commandLine(), Version.text(), study);
    Results results = measure(study, files, begun);
    BenchReport report =
        BenchReport.of(
            output.commandLine(), Version.text(), List.of(BenchReport.run(out, files, results)));
    files.writePage(report.page());
    output.result(report, () -> BenchText.of(report.last(), files));
    return ExitCode.OK;
  }

  private Results measure(Study study, BenchFiles files, BenchHeader begun) {
    StudyProgress progress = new StudyProgress(output);
    return Measuring.run(
            study,
            step -> {
              files.write(step.results().getFirst(), begun.after(step));
              progress.after(step);
            })
        .getFirst();
  }

  private Preset chosen() {
    int cores = Runtime.getRuntime().availableProcessors();
    String fastest = Backend.fastest().toString();
    Preset named = named(String.valueOf(preset), fastest, cores);
    if (forms != null || backends != null || sizes != null || fields != null || threads != null) {
      named = named.with(chosenForms(), places(fastest));
    }
    if (rounds == null) {
      return named;
    }
    if (rounds < 1) {
      throw Failure.usage("--rounds must be at least 1, was " + rounds);
    }
    return named.withRounds(rounds);
  }

  private static Preset named(String name, String backend, int cores) {
    try {
      return Preset.named(name, backend, cores, () -> Execution.canRun(Backend.GPU));
    } catch (IllegalArgumentException e) {
      throw Failure.usage("bench: " + e.getMessage());
    }
  }

  private List<UpdateForm> chosenForms() {
    if (forms == null) {
      return List.of(UpdateForm.values());
    }
    return forms.stream().map(BenchCommand::form).toList();
  }

  private static UpdateForm form(String name) {
    return Arrays.stream(UpdateForm.values())
        .filter(form -> form.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    "--form is one of %s, was '%s'"
                        .formatted(Arrays.toString(UpdateForm.values()), name)));
  }

  private List<Place> places(String fastest) {
    List<Place> places = new ArrayList<>();
    for (String backend : backends == null ? List.of(fastest) : backends) {
      for (String size : sizes == null ? List.of("256", "4096") : sizes) {
        for (String field : fields == null ? List.of("0.5") : fields) {
          for (int count : threads == null ? List.of(1) : threads) {
            places.add(place(backend, size, field, count));
          }
        }
      }
    }
    return places;
  }

  private static Place place(String backend, String size, String field, int count) {
    try {
      return new Place(backend, size, field, count);
    } catch (IllegalArgumentException e) {
      throw Failure.usage("bench: " + e.getMessage());
    }
  }
}
