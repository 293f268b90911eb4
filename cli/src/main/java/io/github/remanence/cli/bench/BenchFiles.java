package io.github.remanence.cli.bench;

import io.github.remanence.bench.study.Results;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.file.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a study side by side: NAME.json is JMH's own, NAME.machine.json the header,
 * NAME.html the page. Each is written whole or not at all.
 *
 * @param results NAME.json
 */
public record BenchFiles(Path results) {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ENDING = ".json";
  private static final String OPTION = "--out";

  /** The files with the name of that one, which ends in .json. */
  public static BenchFiles named(Path results) {
    if (!results.toString().endsWith(ENDING)) {
      throw Failure.usage(
          "%s %s: the name of results ends in %s".formatted(OPTION, results, ENDING));
    }
    return new BenchFiles(results);
  }

  /** Where the header lies. */
  public Path machine() {
    return sibling(".machine.json");
  }

  /** Where the page lies. */
  public Path page() {
    return sibling(".html");
  }

  /** Beside the results, with another ending. */
  public Path sibling(String ending) {
    String name = results.getFileName().toString();
    return results.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ending);
  }

  /** Checks that they may be written. */
  public void require(boolean force) {
    Stream.of(results, machine(), page())
        .forEach(path -> new OutputFile(OPTION, path).require(force, List.of()));
  }

  /** Writes the results and then their header, which so never counts a fork that is not there. */
  public void write(Results measured, BenchHeader header) {
    write(results, measured.json());
    write(machine(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(header) + "\n");
  }

  /** Writes the page. */
  public void writePage(String html) {
    write(page(), html);
  }

  private static void write(Path path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    new OutputFile(OPTION, path).write(out -> out.write(bytes));
  }

  /** The results in there. */
  public Results read() {
    try {
      return Results.parse(Files.readString(results));
    } catch (IOException e) {
      throw Failure.badInput("%s: cannot be read, %s".formatted(results, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw Failure.badInput("%s: %s".formatted(results, e.getMessage()));
    }
  }

  /** The header beside them, if there is one: results of JMH's own command have none. */
  public Optional<BenchHeader> readHeader() {
    if (!Files.isRegularFile(machine())) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(Files.readString(machine()), BenchHeader.class));
    } catch (IOException | JacksonException e) {
      throw Failure.badInput(
          "%s: it is no header of results: %s".formatted(machine(), e.getMessage()));
    }
  }
}
