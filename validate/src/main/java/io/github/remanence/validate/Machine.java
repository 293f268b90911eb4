package io.github.remanence.validate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine on which a number was found: what has to stand beside every result.
 *
 * @param cpu the processor's name, or the architecture where the system does not tell a name
 * @param cores the processors that this Java may use
 * @param os name, version and architecture of the operating system
 * @param jdk version, vendor and name of the Java that runs
 * @param memoryBytes the memory of the machine, or of the container if that is less
 */
public record Machine(String cpu, int cores, String os, String jdk, long memoryBytes) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** The machine this runs on. */
  public static Machine here() {
    return new Machine(
        cpu(CPU_INFO, Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))),
        Runtime.getRuntime().availableProcessors(),
        properties("os.name", "os.version", "os.arch"),
        properties("java.runtime.version", "java.vendor", "java.vm.name"),
        memory());
  }

  /** The same as lines of text. */
  public List<String> lines() {
    return List.of(
        "cpu: %s, %d cores".formatted(cpu, cores),
        "memory: %d MiB".formatted(memoryBytes >> 20),
        "os: " + os,
        "jdk: " + jdk);
  }

  /**
   * Linux tells the name in a file (not on every architecture), Windows in a variable, macOS not at
   * all.
   */
  static String cpu(Path cpuInfo, Optional<String> identifier) {
    return modelName(cpuInfo)
        .or(() -> identifier)
        .orElse("unknown (%s)".formatted(System.getProperty("os.arch")));
  }

  private static Optional<String> modelName(Path cpuInfo) {
    try {
      return Files.readAllLines(cpuInfo, StandardCharsets.ISO_8859_1).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getTotalMemorySize();
  }

  private static String properties(String... names) {
    return String.join(" ", Stream.of(names).map(System::getProperty).toList());
  }
}
