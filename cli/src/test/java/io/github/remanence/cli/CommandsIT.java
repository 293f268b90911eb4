package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.npy.NpyBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real jar: help, versions, info, validate, and a Java without the vector module. */
class CommandsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Test
  void helpNamesEveryCommandAndExitCode() {
    Jar.Result result = run("--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("run", "apply", "info", "validate", "random")
        .contains("a stated bound is broken", "a file or its data are wrong", "no JDK 25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "apply", "info", "validate", "random"})
  void helpOfACommandHasAnExampleAndTheExitCodes(String command) {
    Jar.Result result = run(command, "--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("remanence " + command + " ", "Exit codes:")
        .contains("xample");
    assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void noCommandIsWrongUsageAndPointsAtTheHelp() {
    Jar.Result result = run();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Missing required subcommand", "See remanence --help");
  }

  @Test
  void theVersionIsTheOneOfTheBuild() {
    assertThat(run("--version").out()).containsPattern("remanence \\d+\\.\\d+\\.\\d+");
  }

  @Test
  void infoShowsTheMachineTheBackendsAndTheCeilings() throws IOException {
    Jar.Result result = run("info", "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode document = JSON.readTree(result.out());
    assertThat(document.get("automatic").asString()).isEqualTo("vector");
    assertThat(document.get("backends")).isNotEmpty();
    assertThat(document.get("machine").get("cores").asInt()).isPositive();
    assertThat(document.at("/ceilings/0/memory/0/scaleGigabytesPerSecond").asDouble()).isPositive();
    assertThat(document.at("/ceilings/0/gigaflops").asDouble()).isPositive();
  }

  @Test
  void validateHoldsItsBoundsAndStoresItsTables() throws IOException {
    Jar.Result result = run("validate", "--out", "tables", "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode document = JSON.readTree(result.out());
    assertThat(document.get("passed").asBoolean()).isTrue();
    try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
      assertThat(files)
          .hasSize(document.get("tables").size())
          .allMatch(f -> f.toString().endsWith(".csv"));
    }
  }

  @Test
  void plainJavaFindsTheFlagsByItself() throws IOException {
    writeOneDevice();
    Jar.Result result = new Jar(folder).runPlain(apply("--backend", "vector"));
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("vector, ");
  }

  @Test
  void withoutAJdkTheLauncherEndsWithTheExitCodeThatTheHelpNames() {
    Jar.Result result = new Jar(folder).runPlainOn(folder, "--help");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(result.err()).contains("REMANENCE_JAVA_HOME", "Install a JDK 25");
    assertThat(run("--help").out()).contains("\n  %d ".formatted(ExitCode.UNAVAILABLE));
  }

  @Test
  void aForcedBackendThatIsNotThereIsAnErrorAndWritesNothing() throws IOException {
    writeOneDevice();
    Jar.Result result = new Jar(folder).runWithoutVectorModule(apply("--backend", "vector"));
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains("--backend vector", "--add-modules jdk.incubator.vector");
    assertThat(folder.resolve("out.npy")).doesNotExist();
  }

  @Test
  void withoutTheVectorModuleTheAutomaticChoiceIsScalarAndInfoSaysWhy() throws IOException {
    writeOneDevice();
    Jar without = new Jar(folder);
    assertThat(without.runWithoutVectorModule(apply()).out()).contains("computed by   scalar");
    Jar.Result info = without.runWithoutVectorModule("info");
    assertThat(info.exitCode()).as(info.err()).isZero();
    assertThat(info.out())
        .contains("missing: the module jdk.incubator.vector", "automatic     scalar");
  }

  @Test
  void aMatrixLargerThanTheMachineIsRefusedAndNothingIsWritten() throws IOException {
    sparse("g.npy", NpyBytes.header("<f4", 1 << 20, 1 << 20), 1L << 42);
    Jar.Result result = new Jar(folder).run(apply());
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("--in g.npy: it needs 4194304 MiB of memory as float32");
    assertThat(folder.resolve("out.npy")).doesNotExist();
  }

  @Test
  void countsLargerThanTheHeapAreAnErrorWithARemedyAndNothingIsWritten() throws IOException {
    sparse("g.npy", NpyBytes.header("<f4", 5000, 5000), 100_000_000);
    sparse("n.npy", NpyBytes.header("|i1", 5000, 5000), 25_000_000);
    Jar.Result result =
        new Jar(folder)
            .runOnSmallHeap(
                "apply",
                "--in",
                "g.npy",
                "--pulses",
                "n.npy",
                "--device",
                "bernard2025",
                "--out",
                "out.npy");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("error: not enough memory", "JAVA_TOOL_OPTIONS=-Xmx");
    assertThat(folder.resolve("out.npy")).doesNotExist();
  }

  /** A file of that many zeros, which take no room on the disk. */
  private void sparse(String name, String header, long dataBytes) throws IOException {
    byte[] start = NpyBytes.file(header);
    try (FileChannel file =
        FileChannel.open(
            folder.resolve(name),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      file.write(ByteBuffer.wrap(start));
      file.write(ByteBuffer.allocate(1), start.length + dataBytes - 1);
    }
  }

  private void writeOneDevice() throws IOException {
    NpyBytes.float32(folder.resolve("g.npy"), 1, 1, new float[] {1.5f});
  }

  private static String[] apply(String... more) {
    return Stream.concat(
            Stream.of(
                "apply",
                "--in",
                "g.npy",
                "--pulses",
                "-1",
                "--device",
                "bernard2025",
                "--out",
                "out.npy"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private Jar.Result run(String... args) {
    return new Jar(folder).run(args);
  }
}
