package io.github.remanence.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** The compiler of the C++ loops, if there is one. */
final class CompilerSearch {

  private CompilerSearch() {}

  /**
   * Skips the test, or all of a class, and says so: Maven counts skipped tests without a reason.
   */
  static void assumeFound() {
    boolean found = found();
    String none = "no C++ compiler c++ that knows OpenMP, so no C++ loop was run";
    if (!found) {
      System.err.println("SKIPPED: " + none);
    }
    assumeTrue(found, none);
  }

  private static boolean found() {
    ProcessBuilder nothing =
        new ProcessBuilder("c++", "-march=native", "-fopenmp", "-fsyntax-only", "-x", "c++", "-");
    nothing.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    try {
      Process compiler = nothing.start();
      compiler.getOutputStream().close();
      return compiler.onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
