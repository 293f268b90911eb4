package io.github.remanence.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine is a folder here; only an old Java is running on it at first. */
class JdkSearchTest {
  private static final String VECTOR = "java.base jdk.incubator.vector jdk.jfr";

  @TempDir Path machine;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void anOldJavaIsRunning() throws IOException {
    install("running", "17.0.15", VECTOR);
  }

  @Test
  void nothingIsFoundWhereThereIsNothing() throws IOException {
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "running",
        "usr/lib/jvm/temurin-25-jdk-amd64",
        "home/.sdkman/candidates/java/25.0.3-tem",
        "home/.jdks/openjdk-25",
        "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
      })
  void aJdkIsFoundWhereInstallersPutIt(String place) throws IOException {
    install(place, "25.0.3", VECTOR);
    assertThat(found()).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Eclipse Adoptium/jdk-25.0.3.9-hotspot", "Java/jdk-25"})
  void aJdkIsFoundAmongWindowsPrograms(String folder) throws IOException {
    Path home = install("Program Files/" + folder, "25.0.3", VECTOR);
    Files.move(home.resolve("bin/java"), home.resolve("bin/java.exe"));
    environment.put("ProgramFiles", machine.resolve("Program Files").toString());
    assertThat(search().find().orElseThrow().java()).isEqualTo(home.resolve("bin/java.exe"));
  }

  @Test
  void ourVariableComesBeforeJavaHomeAndThatBeforeTheRest() throws IOException {
    install("usr/lib/jvm/temurin-25", "25.0.3", VECTOR);
    environment.put("JAVA_HOME", install("b", "25.0.3", VECTOR).toString());
    assertThat(found()).contains("b");
    environment.put("REMANENCE_JAVA_HOME", install("a", "25.0.3", VECTOR).toString());
    assertThat(found()).contains("a");
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws IOException {
    environment.put("JAVA_HOME", install("old", "21.0.1", VECTOR).toString());
    install("usr/lib/jvm/temurin-25", "25.0.3", VECTOR);
    assertThat(found()).contains("usr/lib/jvm/temurin-25");
  }

  @Test
  void ourVariableWithAnOldJavaIsAnErrorAndNotPassedOver() throws IOException {
    environment.put("REMANENCE_JAVA_HOME", install("old", "21.0.1", VECTOR).toString());
    install("usr/lib/jvm/temurin-25", "25.0.3", VECTOR);
    assertThatThrownBy(this::found)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("REMANENCE_JAVA_HOME is " + machine.resolve("old"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "25-ea", "25.0.3", "26", "100.1"})
  void newEnoughVersionsWillDo(String version) throws IOException {
    assertThat(new JdkHome(install("jdk", version, VECTOR)).willDo()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_402", "9", "24.0.2", "2", "", "x25"})
  void olderOrUnreadableVersionsWillNot(String version) throws IOException {
    assertThat(new JdkHome(install("jdk", version, VECTOR)).willDo()).isFalse();
  }

  @Test
  void aJavaWithoutTheVectorModuleWillNotDo() throws IOException {
    assertThat(new JdkHome(install("jdk", "25", "java.base java.logging")).willDo()).isFalse();
  }

  @Test
  void aFolderWithoutAJavaProgramWillNotDo() throws IOException {
    Path home = install("jdk", "25", VECTOR);
    Files.delete(home.resolve("bin/java"));
    assertThat(new JdkHome(home).willDo()).isFalse();
  }

  private Path install(String place, String version, String modules) throws IOException {
    Path home = machine.resolve(place);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("bin/java"), "");
    Files.writeString(
        home.resolve("release"),
        """
        IMPLEMENTOR="Someone"
        JAVA_VERSION="%s"
        MODULES="%s"
        """
            .formatted(version, modules));
    return home;
  }

  private JdkSearch search() {
    return new JdkSearch(environment, machine, machine.resolve("home"), machine.resolve("running"));
  }

  /** The place in the machine of what was found, with forward slashes. */
  private Optional<String> found() {
    return search()
        .find()
        .map(jdk -> machine.relativize(Path.of(jdk.toString())).toString().replace('\\', '/'));
  }
}
