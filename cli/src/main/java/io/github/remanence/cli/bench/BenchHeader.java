package io.github.remanence.cli.bench;

import io.github.remanence.bench.study.ForkFlags;
import io.github.remanence.validate.Machine;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What stands beside results of JMH: where and when they were measured, of which build, and how
 * busy the machine was.
 *
 * @param command the command line
 * @param version of this program
 * @param commit what it was built from
 * @param machine the machine
 * @param caches of its first processor
 * @param flags of every fork, beside those of its benchmark
 * @param started when, in UTC
 * @param loadBefore programs that wanted a processor, the mean of a minute; negative if the system
 *     does not tell
 * @param loadAfter the same after the last fork so far, which itself counts
 * @param done forks that have ended
 * @param total forks that were planned; if more, the study was interrupted
 */
public record BenchHeader(
    String command,
    String version,
    String commit,
    Machine machine,
    List<String> caches,
    List<String> flags,
    String started,
    double loadBefore,
    double loadAfter,
    int done,
    int total) {

  /** Copies the lists. */
  public BenchHeader {
    caches = List.copyOf(caches);
    flags = List.copyOf(flags);
  }

  /** Before the first fork. */
  public static BenchHeader begin(String command, String version, int total) {
    return new BenchHeader(
        command,
        version,
        Commit.text(),
        Machine.here(),
        Caches.here(),
        ForkFlags.ALL,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        load(),
        load(),
        0,
        total);
  }

  /** After some forks. */
  public BenchHeader after(int forks) {
    return new BenchHeader(
        command,
        version,
        commit,
        machine,
        caches,
        flags,
        started,
        loadBefore,
        load(),
        forks,
        total);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
