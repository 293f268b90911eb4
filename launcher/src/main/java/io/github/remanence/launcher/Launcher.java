package io.github.remanence.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * The main class of every executable jar: calls the real main, here or on a JDK that can run it.
 *
 * <p>If this Java is 25 or newer and has {@code jdk.incubator.vector} switched on, the real main is
 * called directly. Otherwise a JDK is looked for ({@link JdkSearch}) and the same jar is started on
 * it, with the flags it needs, the user's own {@code -X} and {@code -D} arguments, and this
 * process's input, output and exit code.
 *
 * <p>The real main is named by the attribute {@code Real-Main-Class} of the jar's manifest.
 */
public final class Launcher {
  /** Exit code when there is no JDK to run on: EX_UNAVAILABLE of sysexits.h. */
  static final int NO_JDK = 69;

  private static final List<String> FLAGS =
      List.of(
          "--add-modules=" + JdkHome.VECTOR_MODULE,
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** Arrays in huge pages; and not a word where Linux was set to give none. */
  private static final List<String> FLAGS_OF_LINUX =
      List.of("-XX:+UseTransparentHugePages", "-Xlog:pagesize=off");

  private Launcher() {}

  /**
   * Starts the jar that this class lies in.
   *
   * @param args handed on as they are
   * @throws Throwable what the real main throws
   */
  public static void main(String[] args) throws Throwable {
    Path jar = ownJar();
    String mainClass = realMain(jar);
    if (canRunHere()) {
      callHere(mainClass, args);
    } else {
      System.exit(startElsewhere(jar, mainClass, args));
    }
  }

  private static boolean canRunHere() {
    return Runtime.version().feature() >= JdkHome.FIRST_FEATURE
        && ModuleLayer.boot().findModule(JdkHome.VECTOR_MODULE).isPresent();
  }

  private static void callHere(String mainClass, String[] args) throws Throwable {
    try {
      Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException thrownByMain) {
      throw thrownByMain.getTargetException();
    }
  }

  private static int startElsewhere(Path jar, String mainClass, String[] args) throws Exception {
    try {
      Optional<JdkHome> jdk = JdkSearch.here().find();
      if (jdk.isPresent()) {
        List<String> jvmArguments = new ArrayList<>(flags(System.getProperty("os.name")));
        jvmArguments.addAll(userJvmArguments());
        return runToTheEnd(command(jdk.get(), jvmArguments, jar, mainClass, args));
      }
      System.err.println(
          "error: no JDK 25 found; this is Java " + System.getProperty("java.version") + ".");
    } catch (IllegalStateException unusable) {
      System.err.println("error: " + unusable.getMessage());
    }
    System.err.println(
        "Install a JDK 25 (https://adoptium.net, or a package manager), or set "
            + JdkSearch.OUR_VARIABLE
            + " to the folder of one.");
    return NO_JDK;
  }

  /** What the JVM of a system is told; the user's own arguments come after, and win. */
  static List<String> flags(String system) {
    List<String> flags = new ArrayList<>(FLAGS);
    if (system.equals("Linux")) {
      flags.addAll(FLAGS_OF_LINUX);
    }
    return flags;
  }

  /** The command line that starts the real main on that JDK. */
  static List<String> command(
      JdkHome jdk, List<String> jvmArguments, Path jar, String mainClass, String... args) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", jar.toString(), mainClass));
    command.addAll(List.of(args));
    return command;
  }

  private static List<String> userJvmArguments() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") || argument.startsWith("-D"))
        .collect(Collectors.toList());
  }

  /** An interrupted launcher ends its child and waits for it, so that nothing runs on unseen. */
  private static int runToTheEnd(List<String> command) throws IOException, InterruptedException {
    Process child = new ProcessBuilder(command).inheritIO().start();
    Thread ending =
        new Thread(
            () -> {
              child.destroy();
              child.onExit().join();
            });
    Runtime.getRuntime().addShutdownHook(ending);
    return child.waitFor();
  }

  private static Path ownJar() throws URISyntaxException {
    return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String realMain(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Real-Main-Class");
    }
  }
}
