package io.github.remanence.bench.study;

import io.github.remanence.bench.Settings;
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
          Settings.INCUBATOR,
          Settings.NATIVE_ACCESS,
          Settings.UNSAFE_ACCESS,
          Settings.HUGE_PAGES,
          Settings.IGNORE_UNKNOWN,
          Settings.NO_PAGE_WARNING,
          "-XX:-BackgroundCompilation");

  private ForkFlags() {}
}
