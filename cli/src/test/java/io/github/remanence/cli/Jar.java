package io.github.remanence.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs the real jar as a process of its own, as users do. */
final class Jar {

  private static final Path PATH =
      Path.of(Objects.requireNonNull(System.getProperty("remanence.jar"), "-Dremanence.jar"));

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final String MODULES = "--add-modules=jdk.incubator.vector";

  /** What a process left behind. */
  record Result(int exitCode, String out, String err) {}

  private final Path folder;

  /** The folder is where it runs, so that relative paths are short. */
  Jar(Path folder) {
    this.folder = folder;
  }

  /** With the flags that the launcher of the repository gives. */
  Result run(String... args) {
    return java(List.of(MODULES, "-jar", PATH.toString()), args);
  }

  /**
   * The same for what ends at once, on the quick compiler alone: it takes two thirds of the time.
   */
  Result runBriefly(String... args) {
    return java(List.of(MODULES, "-XX:TieredStopAtLevel=1", "-jar", PATH.toString()), args);
  }

  /** Left running, with pipes to what it writes. */
  Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), MODULES));
    command.addAll(List.of("-jar", PATH.toString()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  /** Left running with one more option for Java, and what it writes is lost. */
  Process startWith(String option, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), MODULES, option));
    command.addAll(List.of("-jar", PATH.toString()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** With a heap too small for the counts of a large matrix. */
  Result runOnSmallHeap(String... args) {
    return java(List.of(MODULES, "-Xmx24m", "-jar", PATH.toString()), args);
  }

  /** With one more option for Java. */
  Result runWith(String option, String... args) {
    return java(List.of(MODULES, option, "-jar", PATH.toString()), args);
  }

  /** Where no other program is found, and the home of the user is this folder. */
  Result runWithoutPrograms(String... args) {
    List<String> options = List.of(MODULES, "-Duser.home=" + folder, "-jar", PATH.toString());
    return java(Map.of("PATH", folder.toString()), options, args);
  }

  /** Where no driver of a GPU is found. */
  Result runWithoutGpu(String... args) {
    return java(
        Map.of("OCL_ICD_VENDORS", folder.resolve("none").toString(), "CUDA_VISIBLE_DEVICES", ""),
        List.of(MODULES, "-XX:TieredStopAtLevel=1", "-jar", PATH.toString()),
        args);
  }

  /** As it comes: the launcher in the jar finds the flags. */
  Result runPlain(String... args) {
    return java(List.of("-jar", PATH.toString()), args);
  }

  /** The same, told to use the JDK in that folder. */
  Result runPlainOn(Path jdk, String... args) {
    Map<String, String> environment = Map.of("REMANENCE_JAVA_HOME", jdk.toString());
    return java(environment, List.of("-jar", PATH.toString()), args);
  }

  /** Around the launcher, so that no flag is given. */
  Result runWithoutVectorModule(String... args) {
    return java(List.of("-cp", PATH.toString(), "io.github.remanence.cli.Main"), args);
  }

  private Result java(List<String> options, String... args) {
    return java(Map.of(), options, args);
  }

  private Result java(Map<String, String> environment, List<String> options, String... args) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(options);
    command.addAll(List.of(args));
    try {
      Path out = Files.createTempFile("remanence", ".out");
      Path err = Files.createTempFile("remanence", ".err");
      int exitCode = exitCode(command, environment, out, err);
      return new Result(exitCode, take(out), take(err));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int exitCode(List<String> command, Map<String, String> environment, Path out, Path err)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (process.waitFor(5, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new AssertionError("did not end: " + command);
  }

  private static String take(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }
}
