package io.github.remanence.bench.study;

import java.util.List;

/** What every fork of a study is started with, beside the heap that its benchmark asks for. */
public final class ForkFlags {

  /**
   * What the benchmarks' annotations have, which an option replaces, and compilation in the
   * foreground: on a busy machine a loop that waits for its compiler, running a thousand times
   * slower until then, takes the compiler's processor. With a load of 8 on 2 cores an int8 update
   * was warm after 0.5 s in each of three forks, without the flag after 1.2, 1.4 and 1.5 s, and as
   * fast then (JDK 25, 2026-11).
   */
  public static final List<String> ALL =
      List.of(
          "--add-modules=jdk.incubator.vector",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:-BackgroundCompilation");

  private ForkFlags() {}
}
