package io.github.remanence.bench.compare;

import static io.github.remanence.bench.compare.JmhJson.FMA;
import static io.github.remanence.bench.compare.JmhJson.INT8;
import static io.github.remanence.bench.compare.JmhJson.LOOP;
import static io.github.remanence.bench.compare.JmhJson.SCALE;
import static io.github.remanence.bench.compare.JmhJson.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.bench.compare.Difference.Verdict;
import io.github.remanence.bench.study.Results;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Map<String, String> SMALL = Map.of("size", "256");
  private static final Map<String, String> LARGE = Map.of("size", "4096");

  private static Comparison compare(JmhJson older, JmhJson newer) {
    return Comparison.of(older.results(), newer.results(), 0.02, false);
  }

  @Test
  void whatTakesLongerIsSlowerAndWhatTakesLessIsFaster() {
    Comparison comparison =
        compare(
            new JmhJson().time(UNIFORM, SMALL, 100, 101, 99).time(INT8, SMALL, 100, 101, 99),
            new JmhJson().time(UNIFORM, SMALL, 120, 121, 119).time(INT8, SMALL, 80, 81, 79));
    assertThat(comparison.differences())
        .extracting(Difference::verdict)
        .containsExactly(Verdict.FASTER, Verdict.SLOWER); // by name: per device, uniform
    assertThat(comparison.differences().getLast().ratio()).isEqualTo(1.2, within(1e-4));
    assertThat(comparison.regressions()).hasSize(1);
  }

  @Test
  void aDifferenceBelowTheToleranceIsNone() {
    JmhJson older = new JmhJson().time(UNIFORM, SMALL, 100, 100.01, 99.99);
    JmhJson newer = new JmhJson().time(UNIFORM, SMALL, 101.9, 101.91, 101.89);
    assertThat(compare(older, newer).regressions()).isEmpty();
    assertThat(Comparison.of(older.results(), newer.results(), 0, false).regressions()).hasSize(1);
  }

  @Test
  void whereMoreIsFasterTheRatioIsStillOneOfTimes() {
    Comparison comparison =
        compare(
            new JmhJson().throughput(UNIFORM, SMALL, 10, 10.1, 9.9),
            new JmhJson().throughput(UNIFORM, SMALL, 5, 5.05, 4.95));
    assertThat(comparison.differences().getFirst().ratio()).isEqualTo(2, within(1e-9));
    assertThat(comparison.regressions()).hasSize(1);
  }

  @Test
  void ceilingsAndLoopsInOtherLanguagesAreNoPartOfABuild() {
    Comparison comparison =
        compare(
            new JmhJson()
                .time(UNIFORM, SMALL, 100, 101, 99)
                .time(SCALE, SMALL, 10, 10.1, 9.9)
                .time(LOOP, SMALL, 10, 10.1, 9.9),
            new JmhJson()
                .time(UNIFORM, SMALL, 100, 101, 99)
                .time(SCALE, SMALL, 20, 20.2, 19.8)
                .time(LOOP, SMALL, 20, 20.2, 19.8));
    assertThat(comparison.differences()).hasSize(1);
    assertThat(comparison.regressions()).isEmpty();
    assertThat(comparison.machineRatio().orElseThrow()).isEqualTo(2, within(1e-9));
  }

  @Test
  void rowsThatOneOfThemLacksAreNamed() {
    Comparison comparison =
        compare(
            new JmhJson().time(UNIFORM, SMALL, 1, 2).time(INT8, SMALL, 1, 2),
            new JmhJson().time(UNIFORM, SMALL, 1, 2).time(UNIFORM, LARGE, 1, 2));
    assertThat(comparison.onlyOld()).hasToString("[PerDeviceUpdateBenchmark.update size=256]");
    assertThat(comparison.onlyNew()).hasToString("[UniformUpdateBenchmark.update size=4096]");
  }

  @Test
  void pairsSeeThroughAMachineThatDrifts() {
    double[] older = {100, 200, 50, 400, 75, 160};
    double[] newer = {110.5, 219, 55.2, 439, 82.8, 175.8};
    Results oldResults = new JmhJson().time(UNIFORM, SMALL, older).results();
    Results newResults = new JmhJson().time(UNIFORM, SMALL, newer).results();
    assertThat(Comparison.of(oldResults, newResults, 0.02, true).regressions()).hasSize(1);
    assertThat(Comparison.of(oldResults, newResults, 0.02, false).regressions()).isEmpty();
  }

  /** Twice as long on the wall, since the machine is busy, and as long on the processor. */
  @Test
  void theTimeThatOtherProgramsTakeDoesNotCount() {
    double[] processor = {100, 101, 99};
    Map<String, String> one = Map.of("threads", "1");
    Map<String, String> two = Map.of("threads", "2");
    Map<String, double[]> times = Map.of("processorTime", processor);
    double[] quiet = {100, 101, 99};
    double[] busy = {200, 202, 198};
    Comparison comparison =
        compare(
            new JmhJson().time(UNIFORM, one, quiet, times).time(UNIFORM, two, quiet, times),
            new JmhJson().time(UNIFORM, one, busy, times).time(UNIFORM, two, busy, times));
    assertThat(comparison.differences())
        .extracting(Difference::processorTime, Difference::verdict)
        .containsExactly(
            tuple(true, Verdict.NO_DIFFERENCE), // threads also wait for each other
            tuple(false, Verdict.SLOWER));
  }

  @Test
  void moreRowsNeedASmallerProbability() {
    double[] older = {100, 103, 97, 101};
    double[] newer = {107, 110, 104, 108};
    JmhJson oldOne = new JmhJson().time(UNIFORM, SMALL, older);
    JmhJson newOne = new JmhJson().time(UNIFORM, SMALL, newer);
    double alone = compare(oldOne, newOne).differences().getFirst().slower();
    for (int i = 0; i < 9; i++) {
      Map<String, String> other = Map.of("size", String.valueOf(i));
      oldOne.time(UNIFORM, other, older);
      newOne.time(UNIFORM, other, older);
    }
    double amongTen =
        compare(oldOne, newOne).differences().stream()
            .mapToDouble(Difference::slower)
            .min()
            .orElseThrow();
    assertThat(amongTen).isEqualTo(10 * alone, within(1e-12));
  }

  @Test
  void whereNothingCouldHaveBeenSeenItIsSaid() {
    JmhJson older =
        new JmhJson().time(UNIFORM, SMALL, 100, 101, 99).time(INT8, SMALL, 100, 130, 80);
    Comparison comparison = compare(older, older);
    assertThat(comparison.differences())
        .extracting(Difference::verdict)
        .containsExactly(Verdict.TOO_NOISY, Verdict.NO_DIFFERENCE); // by name: per device, uniform
    assertThat(comparison.differences().getFirst().finds()).isGreaterThan(1.1);
    assertThat(comparison.differences().getLast().finds()).isBetween(1.02, 1.1);
    assertThat(comparison.tooNoisy()).hasSize(1);
  }

  @Test
  void whatIsShownIsShownHoweverNoisyItIs() {
    Comparison comparison =
        compare(
            new JmhJson().time(UNIFORM, SMALL, 100, 130, 80, 90),
            new JmhJson().time(UNIFORM, SMALL, 500, 700, 420, 480));
    assertThat(comparison.differences().getFirst().finds()).isGreaterThan(1.1);
    assertThat(comparison.differences().getFirst().verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(comparison.tooNoisy()).isEmpty();
  }

  @Test
  void aWideToleranceAsksForALargerSlowdown() {
    assertThat(Comparison.slowdownToFind(0)).isEqualTo(1.1);
    assertThat(Comparison.slowdownToFind(0.02)).isEqualTo(1.1);
    assertThat(Comparison.slowdownToFind(0.2)).isEqualTo(1.28, within(1e-12));
  }

  @Test
  void ceilingsThatCannotBeOnesAreToldOfEither() {
    Map<String, String> place = Map.of("size", "256", "threads", "1");
    JmhJson sound = withCeiling(place, 100);
    JmhJson disturbed = withCeiling(place, 4);
    assertThat(compare(sound, sound).warnings("old.json", "new.json")).isEmpty();
    assertThat(compare(sound, disturbed).warnings("old.json", "new.json"))
        .singleElement()
        .asString()
        .startsWith("new.json: Something slowed ceilings down");
    assertThat(compare(disturbed, disturbed).warnings("old.json", "new.json")).hasSize(2);
  }

  /** An update at 80 GB/s, beside a ceiling. */
  private static JmhJson withCeiling(Map<String, String> place, double gigabytes) {
    double[] forks = {1, 1.01};
    return new JmhJson()
        .time(
            UNIFORM,
            place,
            forks,
            Map.of("perDevice", new double[] {0.1, 0.1}, "perKilobyte", new double[] {12.5, 12.5}))
        .time(
            SCALE,
            place,
            forks,
            Map.of("perKilobyte", new double[] {1000 / gigabytes, 1000 / gigabytes}))
        .throughput(
            FMA, Map.of("threads", "1"), forks, Map.of("gigaflops", new double[] {100, 100}));
  }

  @Test
  void oneForkTellsNothing() {
    JmhJson one = new JmhJson().time(UNIFORM, SMALL, 1);
    assertThatThrownBy(() -> compare(one, one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 1 fork; at least 2 are needed");
  }

  @Test
  void aTimeThatIsNoNumberIsRefused() {
    JmhJson broken = new JmhJson().time(UNIFORM, SMALL, 1, Double.NaN);
    assertThatThrownBy(() -> compare(broken, broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no positive number: [1.0, NaN]");
  }

  @Test
  void resultsWithoutACommonRowAreRefused() {
    assertThatThrownBy(
            () ->
                compare(
                    new JmhJson().time(UNIFORM, SMALL, 1, 2),
                    new JmhJson().throughput(FMA, Map.of(), 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no row in common");
  }
}
