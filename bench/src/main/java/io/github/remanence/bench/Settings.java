package io.github.remanence.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How every benchmark is run.
 *
 * <ul>
 *   <li>Two forks, because where the JVM happens to put code and memory moves a loop by some
 *       percent, and one fork cannot see it.
 *   <li>Three seconds of warm-up: loops of vectors need about one, and more on a busy machine.
 *   <li>A heap of fixed size, which holds the largest crossbar with its counts several times over:
 *       nothing is collected or grown meanwhile. For larger ones: {@code -jvmArgs -Xmx8g}.
 *   <li>The incubator module has to be asked for, else there is no vector backend; the JDK warns of
 *       calls into C++ unless they are allowed, and of JMH's own use of Unsafe.
 * </ul>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgs = {Settings.LEAST_HEAP, Settings.MOST_HEAP},
    jvmArgsAppend = {
      Settings.INCUBATOR,
      Settings.NATIVE_ACCESS,
      Settings.UNSAFE_ACCESS,
      Settings.HUGE_PAGES,
      Settings.IGNORE_UNKNOWN,
      Settings.NO_PAGE_WARNING
    })
public abstract class Settings {
  static final String LEAST_HEAP = "-Xms1g";
  static final String MOST_HEAP = "-Xmx1g";

  /** The vector backend. */
  public static final String INCUBATOR = "--add-modules=jdk.incubator.vector";

  /** Calls into C++ and drivers. */
  public static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

  /** JMH's own. */
  public static final String UNSAFE_ACCESS = "--sun-misc-unsafe-memory-access=allow";

  /** For arrays: crossbars off the heap ask for huge pages themselves. */
  public static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

  /** Only Linux's JVM knows {@link #HUGE_PAGES}; others pass over it then. */
  public static final String IGNORE_UNKNOWN = "-XX:+IgnoreUnrecognizedVMOptions";

  /** No word of the JVM where Linux was set to give no huge pages. */
  public static final String NO_PAGE_WARNING = "-Xlog:pagesize=off";
}
