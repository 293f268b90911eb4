package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies of speed from the real jar. What times come out is not looked at. */
class BenchIT {

  @TempDir private Path folder;

  /** A results file with one row of the forks' times. */
  private void write(String name, double... forks) throws IOException {
    String raw = Arrays.stream(forks).mapToObj(t -> "[" + t + "]").collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve(name),
        """
        [{"benchmark": "io.github.remanence.bench.UniformUpdateBenchmark.update", "mode": "avgt",
          "params": {"size": "256"}, "primaryMetric": {"rawData": [%s]}, "secondaryMetrics": {}}]\
        """
            .formatted(raw));
  }

  @Test
  void aStudyThatIsInterruptedKeepsWhatItMeasuredAndHasAPage() throws Exception {
    Process study =
        new Jar(folder)
            .startWith(
                "-Djmh.ignoreLock=true",
                "bench",
                "quick",
                "--form",
                "uniform",
                "--size",
                "16",
                "--rounds",
                "1000");
    Path header = folder.resolve("bench.machine.json");
    while (!(Files.exists(header) && Files.readString(header).contains("\"done\" : 3,"))) {
      assertThat(study.isAlive()).as("the study is still under way").isTrue();
      Thread.sleep(50);
    }
    study.destroy();
    assertThat(study.waitFor(1, TimeUnit.MINUTES)).isTrue();

    assertThat(Files.readString(header))
        .contains("\"total\" : 3000", "\"commit\" : \"", "\"caches\" : [", "\"loadBefore\" : ")
        .contains("--add-modules=jdk.incubator.vector");
    Jar.Result page = new Jar(folder).run("bench", "page", "bench.json", "--json");
    assertThat(page.exitCode()).as(page.err()).isZero();
    assertThat(page.out())
        .contains("UniformUpdateBenchmark.update backend=vector field=0.5 size=16 threads=1")
        .containsPattern("\"share\" : [0-9]");
    assertThat(Files.readString(folder.resolve("bench.html"))).contains("What limits each form");
  }

  /**
   * Of the jar beside itself; whether noise makes it slower is not looked at, nor how many pairs up
   * to fifteen times the rounds it asks for.
   */
  @Test
  void twoBuildsByTurnsLeaveTheResultsOfBothAndAPage() throws IOException {
    String jar = Path.of(System.getProperty("remanence.jar")).toAbsolutePath().toString();
    Jar.Result result =
        new Jar(folder)
            .runWith(
                "-Djmh.ignoreLock=true",
                "bench",
                "ab",
                jar,
                jar,
                "--rounds",
                "2",
                "--rows",
                "Uniform.*size=256");
    assertThat(result.exitCode()).as(result.err()).isIn(0, 1);
    assertThat(result.out())
        .contains("the two builds by turns")
        .containsPattern(
            "\\| UniformUpdateBenchmark.* \\| processor \\| .* \\| ([2-9]|[12]\\d|30), \\1 \\|");
    for (String build : List.of("old", "new")) {
      assertThat(folder.resolve("ab." + build + ".json"))
          .content()
          .containsPattern("\"forks\" : ([2-9]|[12]\\d|30),");
      assertThat(folder.resolve("ab." + build + ".machine.json"))
          .content()
          .containsPattern("\"done\" : (\\d+),\\s+\"total\" : \\1\\s");
    }
    assertThat(folder.resolve("ab.html")).content().contains("\"paired\":true");
  }

  @Test
  void aSlowerBuildIsExitCode1AndInBothReports() throws IOException {
    write("old.json", 100, 101, 99);
    write("new.json", 120, 121, 119);
    Jar.Result result =
        new Jar(folder)
            .runBriefly(
                "bench",
                "compare",
                "old.json",
                "new.json",
                "--markdown",
                "r.md",
                "--junit",
                "r.xml");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
    assertThat(result.out()).contains("1 of 1 benchmarks became slower");
    assertThat(folder.resolve("r.md")).content().contains("**slower**");
    assertThat(folder.resolve("r.xml")).content().contains("<failure message=\"slower: takes 1.2");
  }

  @Test
  void theSameBuildIsExitCode0() throws IOException {
    write("old.json", 100, 101, 99);
    Jar.Result result = new Jar(folder).runBriefly("bench", "compare", "old.json", "old.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("No regression shown among 1 benchmarks");
  }

  @ParameterizedTest(name = "bench {0}")
  @CsvSource({
    "'', 2, 'say what to measure, one of [quick, full]'",
    "slow, 2, 'a preset is one of [quick, full], was ''slow'''",
    "quick --form fast, 2, '--form is one of [uniform, int8'",
    "quick --size big, 2, 'a size is written 1024 or 1000x1003, was ''big'''",
    "quick --rounds 0, 2, '--rounds must be at least 1, was 0'",
    "quick --out x.csv, 2, 'the name of results ends in .json'",
    "quick --out nowhere/x.json, 3, 'nowhere does not exist'",
    "compare a.json b.json, 3, 'a.json: cannot be read'",
    "compare one.json one.json, 3, 'has 1 fork; at least 2 are needed'",
    "compare bad.json bad.json, 3, 'bad.json: it has no results; expected what JMH writes'",
    "compare one.json one.json --tolerance 1, 2, '--tolerance must be in [0, 1), was 1.0'",
    "ab a.jar b.jar, 3, 'a.jar: there is no such file; name the jar of a build'",
    "ab one.json one.json, 3, 'one.json: it is no jar: '",
    "ab a.jar b.jar --rounds 1, 2, '--rounds must be at least 2, was 1'",
    "page none.json, 3, 'none.json: cannot be read'",
    "scaling --limit 0, 2, '--limit must be at least 1, was 0'"
  })
  void whatMakesNoSenseIsOneMessageAndNoFile(String options, int exitCode, String message)
      throws IOException {
    write("one.json", 1);
    Files.writeString(folder.resolve("bad.json"), "{}");
    String[] args = ("bench " + options).strip().split(" ");
    Jar.Result result = new Jar(folder).runBriefly(args);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.err()).contains("error: ", message).doesNotContain("Exception");
    assertThat(folder).isDirectoryNotContaining("glob:**/{bench,ab,scaling}*");
  }
}
