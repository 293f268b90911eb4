package io.github.remanence.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a JDK is looked for; the first that will do is taken.
 *
 * <ol>
 *   <li>{@code REMANENCE_JAVA_HOME}: the user's word, so one that will not do is an error and not
 *       passed over
 *   <li>{@code JAVA_HOME}, then the Java that runs this
 *   <li>the folders that package managers and installers use, each in the order of its names
 * </ol>
 */
final class JdkSearch {
  static final String OUR_VARIABLE = "REMANENCE_JAVA_HOME";

  private final Map<String, String> environment;
  private final Path root;
  private final Path userHome;
  private final Path runningHome;

  /**
   * Takes what it looks at, so that a test can hand it another machine.
   *
   * @param environment the variables of the process
   * @param root the folder that {@code /usr/lib/jvm} and the like lie in, {@code /} on a real
   *     machine
   * @param userHome the user's folder
   * @param runningHome the home of the Java that runs this
   */
  JdkSearch(Map<String, String> environment, Path root, Path userHome, Path runningHome) {
    this.environment = environment;
    this.root = root;
    this.userHome = userHome;
    this.runningHome = runningHome;
  }

  /** The search on this machine. */
  static JdkSearch here() {
    return new JdkSearch(
        System.getenv(),
        Path.of("/"),
        Path.of(System.getProperty("user.home")),
        Path.of(System.getProperty("java.home")));
  }

  /**
   * The first JDK that will do, or empty.
   *
   * @throws IllegalStateException if {@code REMANENCE_JAVA_HOME} is set to one that will not do
   */
  Optional<JdkHome> find() {
    Optional<JdkHome> named = variable(OUR_VARIABLE).map(JdkHome::new);
    if (named.isPresent() && !named.get().willDo()) {
      throw new IllegalStateException(
          OUR_VARIABLE
              + " is "
              + named.get()
              + ", which is not a JDK 25 or newer with its vector module.");
    }
    return named.or(() -> candidates().map(JdkHome::new).filter(JdkHome::willDo).findFirst());
  }

  private Stream<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    variable("JAVA_HOME").ifPresent(homes::add);
    homes.add(runningHome);
    homes.addAll(foldersIn(root.resolve("usr/lib/jvm")));
    homes.addAll(foldersIn(userHome.resolve(".sdkman/candidates/java")));
    homes.addAll(foldersIn(userHome.resolve(".jdks")));
    foldersIn(root.resolve("Library/Java/JavaVirtualMachines"))
        .forEach(bundle -> homes.add(bundle.resolve("Contents/Home")));
    variable("ProgramFiles").ifPresent(programs -> homes.addAll(windowsHomes(programs)));
    return homes.stream();
  }

  private static List<Path> windowsHomes(Path programs) {
    List<Path> homes = new ArrayList<>(foldersIn(programs.resolve("Eclipse Adoptium")));
    homes.addAll(foldersIn(programs.resolve("Java")));
    return homes;
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
  }

  private static List<Path> foldersIn(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().collect(Collectors.toList());
    } catch (IOException absent) {
      return List.of();
    }
  }
}
