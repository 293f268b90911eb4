package io.github.remanence.cli.bench;

import io.github.remanence.bench.study.ForkFlags;
import io.github.remanence.bench.study.Study;
import io.github.remanence.cli.console.Execution;
import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.Workers;
import io.github.remanence.validate.Machine;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What stands beside results of JMH: where and when they were measured, of which build, and how
 * busy the machine was.
 *
 * @param command the command line
 * @param version of this program
 * @param commit what it was built from
 * @param machine the machine
 * @param caches of its first processor
 * @param backends what computed, with its vector width or the device
 * @param flags of every fork, beside those of its benchmark
 * @param started when, in UTC
 * @param loadBefore programs that wanted a processor, the mean of a minute; negative if the system
 *     does not tell
 * @param loadAfter the same after the last fork so far, which itself counts
 * @param done forks that have ended
 * @param total forks that were to be made; if more, the study was interrupted
 */
public record BenchHeader(
    String command,
    String version,
    String commit,
    Machine machine,
    List<String> caches,
    List<String> backends,
    List<String> flags,
    String started,
    double loadBefore,
    double loadAfter,
    int done,
    int total) {

  /** Copies the lists; a header from before backends were told has none of them. */
  public BenchHeader {
    caches = List.copyOf(caches);
    backends = Objects.requireNonNullElse(backends, List.of());
    flags = List.copyOf(flags);
  }

  /** Before the first fork of a study; a backend that cannot run here ends it. */
  public static BenchHeader begin(String command, String version, Study study) {
    return new BenchHeader(
        command,
        version,
        Commit.text(),
        Machine.here(),
        Caches.here(),
        study.preset().backends().stream().map(BenchHeader::description).toList(),
        ForkFlags.ALL,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        load(),
        load(),
        0,
        study.forks());
  }

  private static String description(Backend backend) {
    return Execution.kernel(backend, Workers.callingThread()).description();
  }

  /** After a fork; a study may have come to need more of them. */
  public BenchHeader after(Study.Step step) {
    return with(load(), step.done(), step.total());
  }

  /** After the last fork: that more seemed to be needed before it is no interruption. */
  public BenchHeader ended() {
    return with(loadAfter, done, done);
  }

  private BenchHeader with(double load, int forks, int ofThem) {
    return new BenchHeader(
        command,
        version,
        commit,
        machine,
        caches,
        backends,
        flags,
        started,
        loadBefore,
        load,
        forks,
        ofThem);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
