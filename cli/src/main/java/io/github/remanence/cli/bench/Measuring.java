package io.github.remanence.cli.bench;

import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Study;
import io.github.remanence.cli.console.Failure;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Runs a study in this program. */
public final class Measuring {

  private Measuring() {}

  /**
   * Measures; JMH hands on what forks print to {@code System.out}, where a result shall stand and
   * nothing else.
   *
   * @param listener told after each fork
   * @return what was measured, of each build
   */
  public static List<Results> run(Study study, Consumer<Study.Step> listener) {
    PrintStream console = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      return requireSome(study.run(listener));
    } catch (IllegalStateException e) {
      throw Failure.badInput(String.valueOf(e.getMessage()));
    } finally {
      System.setOut(console);
    }
  }

  private static List<Results> requireSome(List<Results> results) {
    if (results.stream().anyMatch(each -> each.all().isEmpty())) {
      throw Failure.badInput("no benchmark gave a result; the lines above say why");
    }
    return results;
  }
}
