package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.json.DeviceJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real jar: the main job, small. */
class RunIT {

  @TempDir private Path folder;

  @Test
  void theMainJobPrintsATableAndReplacesThePageWhole() throws IOException {
    Files.writeString(folder.resolve("report.html"), "an older page");
    Jar.Result result = run("--sizes", "64", "--fields", "1,0");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("bernard2025, vector", "The page is report.html");
    assertThat(result.out().lines().filter(line -> line.startsWith("64 x 64")))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).containsPattern("(0|1)\\.0 +(uniform|int8) +\\d"));
    assertThat(folder.resolve("report.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("run --sizes 64 --fields 1,0")
        .endsWith("</html>\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no part of a page is left").hasSize(1);
    }
  }

  @Test
  void jsonIsOneDocumentWithEveryResult() {
    Jar.Result result =
        run(
            "--sizes",
            "65,3",
            "--fields",
            "0.5",
            "--backend",
            "scalar",
            "--threads",
            "1",
            "--out",
            "p.html",
            "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode report = new JsonMapper().readTree(result.out());
    assertThat(report.get("boundKept").asBoolean()).isTrue();
    assertThat(report.get("backend").asString()).isEqualTo("scalar");
    assertThat(report.at("/fields/0/linearisation").asDouble()).isEqualTo(0.5);
    assertThat(report.get("updates")).hasSize(4);
    assertThat(report.at("/updates/0/rows").asInt()).isEqualTo(3);
    assertThat(report.get("updates"))
        .allSatisfy(
            update -> {
              assertThat(update.get("nsPerDevice").asDouble()).isPositive();
              assertThat(update.get("shareOfCeiling").asDouble()).isPositive();
              assertThat(update.get("worstShare").asDouble()).isBetween(0.0, 1.0);
            });
    assertThat(folder.resolve("p.html")).isRegularFile();
  }

  /** Its dead zone and the factors of its devices are left out, or the reference would disagree. */
  @Test
  void aDeviceWithVariationRunsWithoutIt() throws IOException {
    NonIdealities noisy =
        Presets.bernard2025Noisy()
            .nonIdealities()
            .withCycleNoise(
                new CycleNoise(CycleNoise.Convention.RANGE, 0.1, CycleNoise.Mode.AGGREGATE));
    DeviceModel device = Presets.bernard2025Noisy().with(noisy);
    Files.writeString(folder.resolve("d.json"), DeviceJson.write(device));
    Jar.Result result = run("--sizes", "64", "--fields", "0", "--device", "d.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("bernard2025-noisy, vector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sizes", "--fields"})
  void anEmptyListIsWrongUsageAndWritesNothing(String option) {
    Jar.Result result = run(option, ",");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(option + " must have at least one number");
    assertThat(folder.resolve("report.html")).doesNotExist();
  }

  private Jar.Result run(String... args) {
    return new Jar(folder)
        .run(Stream.concat(Stream.of("run"), Stream.of(args)).toArray(String[]::new));
  }
}
