package io.github.remanence.bench.study;

import io.github.remanence.bench.profile.ProcessorTime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Another build, in its jar: JMH's own main class in there is started, and forks. */
public final class JarBuild implements Build {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Where JMH looks for them. */
  private static final String BENCHMARKS = "META-INF/BenchmarkList";

  private final Path jar;

  /**
   * The build in a jar.
   *
   * @param jar {@code benchmarks.jar}, or {@code remanence.jar}
   * @throws IllegalArgumentException if it is no jar with benchmarks: this program's own would run
   *     in their place
   */
  public JarBuild(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getEntry(BENCHMARKS) == null) {
        throw new IllegalArgumentException(
            "it has no benchmarks (%s); name benchmarks.jar of a build".formatted(BENCHMARKS));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("it is no jar: " + e.getMessage(), e);
    }
    this.jar = jar;
  }

  @Override
  public Fork measure(Row row, Timing timing, List<String> profilers) {
    try {
      Path json = Files.createTempFile("remanence-", ".json");
      Path log = Files.createTempFile("remanence-", ".log");
      try {
        run(row, timing, profilers, json, log);
        Optional<ObjectNode> result = element(json);
        String reason = result.isPresent() ? "" : Listener.reason(Files.readString(log));
        if (reason.contains("JMH lock")) {
          throw new IllegalStateException("JMH cannot run %s: %s".formatted(row, reason));
        }
        return new Fork(result, reason);
      } finally {
        Files.delete(json);
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot start %s: %s".formatted(jar, e.getMessage()), e);
    }
  }

  private void run(Row row, Timing timing, List<String> profilers, Path json, Path log)
      throws IOException {
    Process process =
        new ProcessBuilder(command(row, timing, profilers, json))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } finally {
      process.destroy();
    }
  }

  private List<String> command(Row row, Timing timing, List<String> profilers, Path json) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--sun-misc-unsafe-memory-access=allow");
    String ignoreLock = System.getProperty("jmh.ignoreLock");
    if (ignoreLock != null) {
      command.add("-Djmh.ignoreLock=" + ignoreLock);
    }
    command.addAll(List.of("-cp", classPath(), "org.openjdk.jmh.Main", row.pattern()));
    command.addAll(List.of("-prof", ProcessorTime.class.getName()));
    command.addAll(List.of("-jvmArgsAppend", String.join(" ", ForkFlags.ALL)));
    command.addAll(List.of("-f", "1", "-rf", "json", "-rff", json.toString()));
    command.addAll(
        List.of("-wi", String.valueOf(timing.warmUps()), "-w", millis(timing.warmUpMillis())));
    command.addAll(
        List.of("-i", String.valueOf(timing.iterations()), "-r", millis(timing.millis())));
    row.params().forEach((name, value) -> command.addAll(List.of("-p", name + "=" + value)));
    profilers.forEach(profiler -> command.addAll(List.of("-prof", profiler)));
    return command;
  }

  /** This program's own classes come last, for the profiler, which an old build has not. */
  private String classPath() {
    return jar + File.pathSeparator + System.getProperty("java.class.path");
  }

  private static String millis(int millis) {
    return millis + "ms";
  }

  private static Optional<ObjectNode> element(Path json) throws IOException {
    String text = Files.readString(json);
    JsonNode array = text.isBlank() ? MAPPER.createArrayNode() : MAPPER.readTree(text);
    return array.isEmpty() ? Optional.empty() : Optional.of((ObjectNode) array.get(0));
  }
}
