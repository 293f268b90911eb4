package io.github.remanence.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The user's compiler of C++, which makes libraries for the machine it runs on. */
final class CppCompiler {

  private static final List<String> FLAGS =
      List.of(
          "-std=c++17",
          "-O3",
          "-march=native",
          "-ffast-math",
          "-fopenmp", // The loops say that their devices may be shared out to lanes and threads.
          "-shared",
          "-fPIC");

  private final List<String> command;

  /**
   * Takes a compiler by its name.
   *
   * @param command what to start, with flags of its own after it where wanted
   */
  CppCompiler(String command) {
    this.command = Stream.concat(Stream.of(command.split(" ")), FLAGS.stream()).toList();
  }

  /** The first line that it says of its version, and all flags. */
  String description() {
    String version = run(List.of(command.getFirst(), "--version"));
    String flags = String.join(" ", command.subList(1, command.size()));
    return version.lines().findFirst().orElse(command.getFirst()) + ", " + flags;
  }

  /**
   * Compiles a resource that lies beside this class into a file that is gone when the JVM is.
   *
   * @throws IllegalStateException if there is no such compiler, or it fails
   */
  Path compile(String resource) {
    try (InputStream source = CppCompiler.class.getResourceAsStream(resource)) {
      Path folder = Files.createTempDirectory("remanence-bench");
      Path cpp = folder.resolve(resource);
      Path library = folder.resolve(System.mapLibraryName("peer"));
      Stream.of(folder, cpp, library).forEach(each -> each.toFile().deleteOnExit()); // Last first.
      Files.copy(Objects.requireNonNull(source, resource), cpp);
      List<String> files = List.of(cpp.toString(), "-o", library.toString());
      run(Stream.concat(command.stream(), files.stream()).toList());
      return library;
    } catch (IOException e) {
      throw new UncheckedIOException("no place to compile " + resource, e);
    }
  }

  /** Runs a command to its end and returns what it printed. */
  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.onExit().join().exitValue() != 0) {
        throw new IllegalStateException(
            "the C++ loops need a compiler that knows OpenMP, such as g++; this one failed:%n%s%n%s"
                .formatted(String.join(" ", command), printed));
      }
      return printed;
    } catch (IOException e) {
      throw new IllegalStateException(
          ("no C++ compiler '%s': install g++ (the package is g++, gcc-c++ or gcc), or name yours"
                  + " with -p compiler=NAME")
              .formatted(command.getFirst()),
          e);
    }
  }
}
