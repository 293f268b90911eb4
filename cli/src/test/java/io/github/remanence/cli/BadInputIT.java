package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.cli.npy.NpyBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input for every command: one clear message, the right exit code, and no file. */
class BadInputIT {

  @TempDir private Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    NpyBytes.float32(folder.resolve("g.npy"), 2, 3, new float[] {1, 1, 1, 1, 1, 1});
    NpyBytes.float32(folder.resolve("nan.npy"), 2, 3, new float[] {1, 1, 1, 1, Float.NaN, 1});
    NpyBytes.float64(folder.resolve("huge.npy"), 2, 3, new double[] {1, 1, 1e300, 1, 1, 1});
    NpyBytes.float32(folder.resolve("turned.npy"), 3, 2, new float[] {1, 1, 1, 1, 1, 1});
    NpyBytes.int8(folder.resolve("bytes.npy"), 2, 3, new byte[6]);
    Files.write(folder.resolve("empty.npy"), new byte[0]);
    byte[] good = Files.readAllBytes(folder.resolve("g.npy"));
    Files.write(folder.resolve("cut.npy"), Arrays.copyOf(good, good.length - 1));
    Files.write(folder.resolve("long.npy"), Arrays.copyOf(good, good.length + 1));
    Files.createDirectory(folder.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link.npy"), Path.of("g.npy"));
    Files.writeString(folder.resolve("broken.json"), "{ \"name\": ");
    Files.writeString(folder.resolve("null.json"), "null");
    Files.writeString(folder.resolve("wrong.json"), "{ \"nam\": \"x\" }");
    Files.writeString(
        folder.resolve("narrow.json"),
        ApplyCommand.DEVICE_EXAMPLE.replace(
            "\"maxConductance\": 9e-6", "\"maxConductance\": 1e-6"));
    Files.writeString(folder.resolve("noisy.json"), with(ApplyCommand.NON_IDEALITIES_EXAMPLE));
    Files.writeString(
        folder.resolve("crossing.json"),
        with(
            "\"nonIdealities\": { \"variation\": { \"min\":"
                + " { \"law\": \"absolute-normal\", \"sigma\": 10 } } }"));
    Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe4, '"'});
  }

  private static String with(String nonIdealities) {
    String device = ApplyCommand.DEVICE_EXAMPLE;
    return device.substring(0, device.length() - 1) + ",\n" + nonIdealities + "}";
  }

  @ParameterizedTest(name = "apply {0} {1} {2} {3}")
  @CsvSource({
    // in, pulses, device and field, more, exit code, message
    "missing.npy, 1, bernard2025, , 3, '--in missing.npy: there is no such file'",
    "folder, 1, bernard2025, , 3, '--in folder: it is a folder'",
    "empty.npy, 1, bernard2025, , 3, '--in empty.npy: it ends at byte 0'",
    "cut.npy, 1, bernard2025, , 3, 'the file has 23: it is cut off'",
    "long.npy, 1, bernard2025, , 3, 'it must hold one array and nothing else'",
    "broken.json, 1, bernard2025, , 3, 'it is no .npy file'",
    "nan.npy, 1, bernard2025, , 3, '1 of its values are NaN or infinite, the first NaN at row 1,"
        + " column 1'",
    "huge.npy, 1, bernard2025, , 3, '1.0E300 at row 0, column 2 is too large for float32'",
    "bytes.npy, 1, bernard2025, , 3, 'expected conductances as float32 or float64'",
    "g.npy, missing.npy, bernard2025, , 3, 'neither a number nor a file'",
    "g.npy, folder, bernard2025, , 3, '--pulses folder: it is a folder'",
    "g.npy, cut.npy, bernard2025, , 3, '--pulses cut.npy: its header promises 24 bytes'",
    "g.npy, nan.npy, bernard2025, , 3, '--pulses nan.npy: 1 of its values'",
    "g.npy, turned.npy, bernard2025, , 3, 'it has 3 x 2 counts; expected one for each conductance,"
        + " 2 x 3'",
    "g.npy, NaN, bernard2025, , 2, '--pulses must be a finite number or a file, was NaN'",
    "g.npy, 1e999, bernard2025, , 2, 'was Infinity'",
    "g.npy, 1, bernard2024, , 3, 'no such preset or file; presets are" + " aihwkit-capacitor,'",
    "g.npy, 1, folder, , 3, '--device folder: it is a folder'",
    "g.npy, 1, broken.json, , 3, '--device broken.json: this is no device model'",
    "g.npy, 1, wrong.json, , 3, 'nam'",
    "g.npy, 1, narrow.json, , 3, 'minConductance must be below maxConductance'",
    "g.npy, 1, null.json, , 3, '--device null.json: this is no device model'",
    "g.npy, 1, latin.json, , 3, 'no text in UTF-8'",
    "g.npy, 1, g.npy, , 3, '--device g.npy: '",
    "g.npy, 1, bernard2025, --field=NaN, 2, '--field must be a finite number, was NaN'",
    "g.npy, 1, bernard2025, --field=strong, 2, is not a double",
    "g.npy, 1, bernard2025-noisy, , 2, 'needs a seed; give --seed with any whole number, or'",
    "g.npy, 1, bernard2025-noisy, --update=3, 2, '--update 3 needs the seed'",
    "g.npy, 1, bernard2025, --update=3, 2, '--update 3 needs the seed'",
    "g.npy, 1, noisy.json, , 2, 'the device ''my device'' has variation or noise'",
    "g.npy, 1, noisy.json, --seed=one, 2, --seed",
    "g.npy, 1, noisy.json, --seed=1 --update=-1, 2, '--update is counted from 0, was -1'",
    "g.npy, 1, crossing.json, --seed=1, 3, '--device crossing.json with --seed 1: the factors'",
    "g.npy, 1, bernard2025, --threads=-1, 2, '--threads must be at least 1, was -1'",
    "g.npy, 1, bernard2025, --threads=0, 2, 'at least 1'",
    "g.npy, 1, bernard2025, --backend=cuda, 2, 'expected one of scalar, vector, gpu, was ''cuda'''",
    "g.npy, 1, bernard2025, --colour=red, 2, --colour=red"
  })
  void apply(String in, String pulses, String device, String more, int exitCode, String message) {
    Stream<String> args =
        Stream.of("apply", "--in", in, "--pulses", pulses, "--device", device, "--out", "out.npy");
    Stream<String> options = Stream.ofNullable(more).flatMap(o -> Stream.of(o.split(" ")));
    assertRefused(exitCode, message, Stream.concat(args, options));
  }

  @ParameterizedTest(name = "apply --out {0} {1}")
  @CsvSource({
    "g.npy, , 'it is the same file as the input g.npy'",
    "g.npy, --force, 'it is the same file as the input g.npy'",
    "link.npy, --force, 'it is the same file as the input g.npy'",
    "folder/../bytes.npy, --force, 'it is the same file as the input bytes.npy'",
    "nan.npy, , 'it exists already'",
    "folder, --force, 'no regular file'",
    "missing/out.npy, , 'does not exist; make it first'"
  })
  void applyOutput(String out, String more, String message) {
    Stream<String> args =
        Stream.of(
            "apply",
            "--in",
            "g.npy",
            "--pulses",
            "bytes.npy",
            "--device",
            "bernard2025",
            "--out",
            out);
    assertRefused(3, message, Stream.concat(args, Stream.ofNullable(more)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "--debug, 2, --debug",
    "paint, 2, paint",
    "apply, 2, Missing required options",
    "info --backend scalar, 2, 'Unknown options'",
    "info extra, 2, extra",
    "validate --out g.npy, 3, '--out g.npy: it cannot be used as a folder'",
    "validate --out g.npy/sub, 3, 'it cannot be used as a folder'",
    "validate --threads 0, 2, 'Unknown options'",
    "run --device bernard2024, 3, 'no such preset or file'",
    "run --threads -1, 2, '--threads must be at least 1'",
    "run --sizes -1, 2, '--sizes'",
    "run --sizes big, 2, '--sizes'",
    "run --fields NaN, 2, '--fields'",
    "run --out missing/report.html, 3, '--out'",
    "random, 2, 'Missing required option: ''--seed=N'''",
    "random --seed 0x1G, 2, --seed",
    "random --seed 1 --words -1, 2, '--words must not be negative, was -1'",
    "random --seed 1 --words many, 2, --words"
  })
  void otherCommands(String line, int exitCode, String message) {
    assertRefused(exitCode, message, Stream.of(line.split(" ")));
  }

  private void assertRefused(int exitCode, String message, Stream<String> args) {
    List<String> before = files();
    Jar.Result result = new Jar(folder).runBriefly(args.toArray(String[]::new));
    assertThat(result.err()).contains("error: ").contains(message).doesNotContain("\tat ");
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  /** Every file with its content, so that nothing may appear, go or change. */
  private List<String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().map(BadInputIT::fingerprint).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String fingerprint(Path path) {
    try {
      byte[] content = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
      return path + " " + Arrays.hashCode(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
