package io.github.remanence.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a gate makes of real noise: a build that is as fast raises no alarm, and one that is 10 %
 * slower does, in at least 95 of 100 trials each.
 *
 * <p>The forks are recorded: {@code recorded-a.json} and {@code recorded-b.json} are one build, by
 * turns with itself, on a machine of two cores on which other programs kept some ten threads busy
 * all the time. A trial draws some rounds of them. See the notes beside the files.
 */
class PlantedSlowdownTest {

  private static final int TRIALS = 100;
  private static final int ENOUGH = 95;
  private static final double SLOWDOWN = 1.1;
  private static final double TOLERANCE = 0.02;

  /** What {@code bench ab} does unless told otherwise. */
  private static final int PAIRS = 10;

  private final Random random = new Random(20261128);
  private final Results a = read("recorded-a.json");
  private final Results b = read("recorded-b.json");
  private final int rounds =
      a.all().stream().mapToInt(result -> result.forks().size()).min().orElseThrow();

  private static Results read(String name) {
    try (var in = PlantedSlowdownTest.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return Results.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Some rounds of a recording, in which one row is changed. */
  private static Results some(
      Results all, List<Integer> rounds, int changed, DoubleUnaryOperator change) {
    JmhJson json = new JmhJson();
    List<Result> rows = all.all();
    for (int i = 0; i < rows.size(); i++) {
      Result row = rows.get(i);
      DoubleUnaryOperator one = i == changed ? change : DoubleUnaryOperator.identity();
      double[] processor = row.processorTimes().orElseThrow();
      json.time(
          row.row().benchmark(),
          row.row().params(),
          chosen(row.forkMedians(), rounds, one),
          Map.of("processorTime", chosen(processor, rounds, one)));
    }
    return json.results();
  }

  private static double[] chosen(double[] forks, List<Integer> rounds, DoubleUnaryOperator change) {
    return rounds.stream().mapToDouble(round -> change.applyAsDouble(forks[round])).toArray();
  }

  private List<Integer> shuffledRounds() {
    List<Integer> all = new ArrayList<>(IntStream.range(0, rounds).boxed().toList());
    Collections.shuffle(all, random);
    return all;
  }

  /** Rounds drawn anew; which of the two recordings is the old build is drawn as well. */
  private Comparison byTurns(int changed, double slowdown) {
    List<Integer> drawn = shuffledRounds().subList(0, PAIRS);
    boolean turned = random.nextBoolean();
    Results older = some(turned ? b : a, drawn, -1, t -> t);
    Results newer = some(turned ? a : b, drawn, changed, t -> slowdown * t);
    return Comparison.of(older, newer, TOLERANCE, true);
  }

  /** Half of the rounds against the other half, so that no fork is in both. */
  private Comparison twoRuns(int changed, double slowdown) {
    List<Integer> all = shuffledRounds();
    Results older = some(a, all.subList(0, rounds / 2), -1, t -> t);
    Results newer = some(b, all.subList(rounds / 2, rounds), changed, t -> slowdown * t);
    return Comparison.of(older, newer, TOLERANCE, false);
  }

  @Test
  void aBuildBesideItselfRaisesNoAlarm() {
    long quiet =
        IntStream.range(0, TRIALS).filter(i -> byTurns(-1, 1).regressions().isEmpty()).count();
    assertThat(quiet).isGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void twoRunsOfABuildRaiseNoAlarm() {
    long quiet =
        IntStream.range(0, TRIALS).filter(i -> twoRuns(-1, 1).regressions().isEmpty()).count();
    assertThat(quiet).isGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void aSlowdownOfTenPercentIsFoundByTurns() {
    assertThat(found(true)).allSatisfy(PlantedSlowdownTest::assertEnough);
  }

  @Test
  void aSlowdownOfTenPercentIsFoundBetweenTwoRuns() {
    assertThat(found(false)).allSatisfy(PlantedSlowdownTest::assertEnough);
  }

  private static void assertEnough(String row, Integer times) {
    assertThat(times).as(row).isGreaterThanOrEqualTo(ENOUGH);
  }

  /** How often it is found in each row that lies in the cache, and only there. */
  private Map<String, Integer> found(boolean paired) {
    Map<String, Integer> times = new HashMap<>();
    List<Result> rows = a.all();
    for (int row = 0; row < rows.size(); row++) {
      if (!rows.get(row).row().params().containsValue("256")) {
        continue;
      }
      String name = rows.get(row).row().toString();
      for (int trial = 0; trial < TRIALS; trial++) {
        Comparison comparison = paired ? byTurns(row, SLOWDOWN) : twoRuns(row, SLOWDOWN);
        boolean alarm =
            comparison.regressions().stream().anyMatch(d -> d.row().toString().equals(name));
        times.merge(name, alarm ? 1 : 0, Integer::sum);
      }
    }
    return times;
  }
}
