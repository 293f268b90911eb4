package io.github.remanence.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTest {
  @Test
  void theCommandCarriesTheArgumentsOfTheJvmAndTheJarInThatOrder() {
    List<String> command =
        Launcher.command(
            new JdkHome(Path.of("a jdk")),
            List.of("-Xmx1g", "-Dkey=a b"),
            Path.of("a folder", "remanence.jar"),
            "some.Main",
            "apply",
            "--in=a b.npy",
            "");
    assertThat(command.subList(1, command.size()))
        .containsExactly(
            "-Xmx1g",
            "-Dkey=a b",
            "-cp",
            Path.of("a folder", "remanence.jar").toString(),
            "some.Main",
            "apply",
            "--in=a b.npy",
            "");
    assertThat(command.get(0)).startsWith("a jdk").contains("java");
  }

  @Test
  void everyJvmGetsTheFlagsAndOnlyOneOnLinuxTheOnesThatNoOtherKnows() {
    assertThat(Launcher.flags("Mac OS X"))
        .containsExactly(
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    assertThat(Launcher.flags("Linux"))
        .startsWith(Launcher.flags("Mac OS X").toArray(String[]::new))
        .endsWith("-XX:+UseTransparentHugePages", "-Xlog:pagesize=off");
  }
}
