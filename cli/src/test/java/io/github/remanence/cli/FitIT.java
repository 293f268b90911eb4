package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.cli.npy.NpyBytes;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.json.DeviceJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a spreadsheet's file to an updated crossbar. */
class FitIT {

  private static final Path EXAMPLE = Path.of("..", "docs", "curves.csv").toAbsolutePath();

  @TempDir private Path folder;

  private Jar.Result run(String... args) {
    return new Jar(folder).run(args);
  }

  private static void assertFine(Jar.Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private DeviceModel device() throws IOException {
    return DeviceJson.read(Files.readString(folder.resolve("device.json")));
  }

  /** The published fits, as a spreadsheet with decimal commas would save them. */
  private void publishedCurves() throws IOException {
    StringBuilder rows = new StringBuilder("\uFEFFfield;polarity;pulse;value [a.u.]\r\n");
    for (int x = 0; x <= 27; x++) {
      double exponential = 1.530 * Math.exp(-x / 9.741) + 0.750;
      double linear = 2.742 - 0.021 * x;
      rows.append(
          String.format(
                  Locale.ROOT, "0;LTD;%d;%.6f\r\n1;LTD;%d;%.6f\r\n", x, exponential, x, linear)
              .replace('.', ','));
    }
    Files.writeString(folder.resolve("published.csv"), rows);
  }

  /** Three pulses from the top, w(3), and what the middle of the field law makes of them. */
  @Test
  void thePublishedCurvesBecomeADeviceThatDoesWhatTheySay() throws IOException {
    publishedCurves();
    assertFine(run("fit", "published.csv", "--out", "device.json", "--page", "fit.html"));
    NpyBytes.float32(folder.resolve("g.npy"), 1, 1, new float[] {2.28f});
    assertFine(apply("0", "out.npy"));
    double w = 1.530 * Math.exp(-3 / 9.741) + 0.750;
    assertThat((double) NpyBytes.float32(folder.resolve("out.npy"))[0]).isCloseTo(w, within(1e-5));
    NpyBytes.float32(folder.resolve("g.npy"), 1, 1, new float[] {2.742f});
    assertFine(apply("1", "line.npy"));
    assertThat((double) NpyBytes.float32(folder.resolve("line.npy"))[0])
        .isCloseTo(2.742 - 0.021 * 3, within(1e-5));
  }

  private Jar.Result apply(String field, String out) {
    return run(
        "apply",
        "--in",
        "g.npy",
        "--pulses",
        "-3",
        "--device",
        "device.json",
        "--field",
        field,
        "--out",
        out);
  }

  /** The three commands of the README. */
  @Test
  void theExampleBecomesADeviceAReportAndAnUpdatedCrossbar() throws IOException {
    Jar.Result fit = run("fit", EXAMPLE.toString(), "--out", "device.json", "--page", "fit.html");
    assertFine(fit);
    assertThat(fit.out()).contains("<- taken", "Cycle to cycle (at most 2 of a train): sigma");
    assertThat(device().zeroField().depression()).isInstanceOf(Exponential.class);
    assertThat(device().nonIdealities().cycleNoise().sigma()).isCloseTo(0.2, within(0.02));
    assertFine(run("run", "--device", "device.json", "--fields", "0,0.45", "--sizes", "64"));
    assertThat(folder.resolve("report.html")).exists();
    NpyBytes.float32(folder.resolve("g.npy"), 1, 3, new float[] {2.2f, 2.2f, 2.2f});
    assertFine(
        run(
            "apply",
            "--in",
            "g.npy",
            "--pulses",
            "-3",
            "--device",
            "device.json",
            "--field",
            "0.3",
            "--seed",
            "7",
            "--out",
            "g2.npy"));
    assertThat(NpyBytes.float32(folder.resolve("g2.npy"))).hasSize(3).doesNotContain(2.2f);
  }

  @Test
  void tabulatedAndAsJson() throws IOException {
    publishedCurves();
    Jar.Result fit = run("fit", "published.csv", "--out", "device.json", "--tabulated", "--json");
    assertFine(fit);
    JsonNode document = JsonMapper.builder().build().readTree(fit.out());
    assertThat(document.at("/fields/1/linearisation").asDouble()).isEqualTo(1);
    assertThat(document.at("/notes").toString()).contains("Without a fit");
    assertThat(((Tabulated) device().saturated().depression()).points()).hasSize(28);
  }

  @Test
  void badRowsAreNamedAndNothingIsWritten() throws IOException {
    Files.writeString(
        folder.resolve("bad.csv"),
        "field,polarity,pulse,value\n0,depression,0,2\n0,depression,1,x\n0,sideways,2,1\n");
    Jar.Result fit = run("fit", "bad.csv", "--out", "device.json", "--page", "fit.html");
    assertThat(fit.exitCode()).isEqualTo(3);
    assertThat(fit.err())
        .contains(
            "curves bad.csv: 2 rows are wrong",
            "line 3: value 'x' is no number",
            "line 4: polarity 'sideways' is neither");
    assertThat(files()).containsExactly("bad.csv");
  }

  @Test
  void aCurveTooShortForAFitIsNamedAndNothingIsWritten() throws IOException {
    Files.writeString(
        folder.resolve("short.csv"), "field,polarity,pulse,value\n0,d,0,2\n0,d,1,1\n0,d,2,0.5\n");
    Jar.Result fit = run("fit", "short.csv", "--out", "device.json");
    assertThat(fit.exitCode()).isEqualTo(3);
    assertThat(fit.err()).contains("depression at field 0.0 has values at 3 numbers of pulses");
    assertThat(files()).containsExactly("short.csv");
  }

  @Test
  void neitherTheCurvesNorAnOlderDeviceIsWrittenOver() throws IOException {
    publishedCurves();
    assertThat(run("fit", "published.csv", "--out", "published.csv", "--force").exitCode())
        .isEqualTo(3);
    assertThat(run("fit", "published.csv", "--out", "a", "--page", "./a").exitCode()).isEqualTo(2);
    assertThat(folder.resolve("a")).doesNotExist();
    Files.writeString(folder.resolve("device.json"), "old");
    assertThat(run("fit", "published.csv", "--out", "device.json").exitCode()).isEqualTo(3);
    assertThat(folder.resolve("device.json")).hasContent("old");
  }

  private Stream<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
