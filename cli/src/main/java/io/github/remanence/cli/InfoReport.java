package io.github.remanence.cli;

import io.github.remanence.cli.console.TextTable;
import io.github.remanence.validate.Machine;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code info} found, for people and for {@code --json}.
 *
 * @param version the version of this program
 * @param machine the machine
 * @param heapBytes what Java may take for itself; int8 counts lie there, all else outside
 * @param backends the backends, slowest first
 * @param automatic what runs without {@code --backend}
 * @param ceilings what the machine can do at most; empty if it was not measured
 */
record InfoReport(
    String version,
    Machine machine,
    long heapBytes,
    List<BackendInfo> backends,
    String automatic,
    List<CeilingInfo> ceilings) {

  /** For people. */
  String text() {
    return """
    remanence     %s
    processor     %s, %d usable
    memory        %d MiB; Java's own part, where int8 counts lie, at most %d MiB
    system        %s
    Java          %s

    backends
    %s
    automatic     %s, the fastest that can run here

    ceilings of this machine
    %s\
    """
        .formatted(
            version,
            machine.cpu(),
            machine.cores(),
            machine.memoryBytes() >> 20,
            heapBytes >> 20,
            machine.os(),
            machine.jdk(),
            backends.stream().map(InfoReport::line).collect(Collectors.joining("\n")),
            automatic,
            ceilings.isEmpty() ? "  not measured without jdk.incubator.vector" : table());
  }

  private static String line(BackendInfo backend) {
    return "  %-10s  %s%s"
        .formatted(backend.name(), backend.available() ? "" : "missing: ", backend.description());
  }

  private String table() {
    TextTable table =
        new TextTable(List.of("threads", "devices", "in place, GB/s", "copy, GB/s", "GFLOP/s"));
    for (CeilingInfo ceiling : ceilings) {
      for (CeilingInfo.Pass pass : ceiling.memory()) {
        table.row(
            List.of(
                String.valueOf(ceiling.threads()),
                String.valueOf(pass.devices()),
                "%.1f".formatted(pass.scaleGigabytesPerSecond()),
                "%.1f".formatted(pass.copyGigabytesPerSecond()),
                "%.1f".formatted(ceiling.gigaflops())));
      }
    }
    return table.toString().indent(2).stripTrailing();
  }
}
