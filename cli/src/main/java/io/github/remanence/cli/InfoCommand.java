package io.github.remanence.cli;

import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Output;
import io.github.remanence.cli.console.Progress;
import io.github.remanence.kernel.Backend;
import io.github.remanence.validate.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The machine and what can run on it. */
@Command(
    name = "info",
    description = {
      "Show the machine, the backends, and the limits that a speed has to be seen beside.",
      "",
      "For a backend that cannot run here it says why and what to do. The ceilings are measured,"
          + " which takes some seconds: passes over memory, in cache and out of it, and fused"
          + " multiply-adds, with one thread and with all."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  remanence info", "  remanence info --json"})
final class InfoCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Override
  public Integer call() {
    InfoReport report =
        new InfoReport(
            Version.text(),
            Machine.here(),
            Runtime.getRuntime()
                .maxMemory(), // Java's limit off the heap too, unless it is told another
            BackendInfo.all(),
            Backend.fastest().toString(),
            ceilings());
    output.result(report, report::text);
    return ExitCode.OK;
  }

  /** Needs the vector module, as the peak of arithmetic can be reached in no other way. */
  private List<CeilingInfo> ceilings() {
    if (Backend.VECTOR.missing().isPresent()) {
      return List.of();
    }
    int all = Runtime.getRuntime().availableProcessors();
    int[] threads = IntStream.of(1, all).distinct().toArray();
    List<CeilingInfo> ceilings = new ArrayList<>();
    try (Progress progress = output.progress("ceilings", threads.length)) {
      for (int count : threads) {
        progress.step("threads: " + count);
        ceilings.add(CeilingInfo.measure(count));
      }
    }
    return ceilings;
  }
}
