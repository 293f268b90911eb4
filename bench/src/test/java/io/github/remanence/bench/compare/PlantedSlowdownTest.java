package io.github.remanence.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.bench.compare.Difference.Verdict;
import io.github.remanence.bench.study.Row;
import io.github.remanence.bench.study.StoppingRule;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code bench ab} makes of real noise: a build that is as fast raises no alarm, and one that
 * is 10 % slower in a row does there, in at least 95 of 100 trials each.
 *
 * <p>A trial is a study of two builds, with its own rule of when to stop, that draws recorded pairs
 * in place of measuring. {@code usual-a.json} and {@code usual-b.json} are all rows of the gate;
 * {@code busy-a.json} and {@code busy-b.json} four of them on a machine of two cores on which other
 * programs kept some ten threads busy all the time. See docs/benchmarks.md.
 */
class PlantedSlowdownTest {

  private static final int TRIALS = 100;
  private static final int ENOUGH = 95;

  /** What {@code bench ab} does unless told otherwise. */
  private static final int ROUNDS = 10;

  private static final StoppingRule RULE = new UntilFound(Trial.TOLERANCE, 15 * ROUNDS);

  /** One that gives up earlier: too early for a spread of more than 0.10. */
  private static final StoppingRule IMPATIENT = new UntilFound(Trial.TOLERANCE, 5 * ROUNDS);

  private static final RecordedPairs USUAL = RecordedPairs.read("usual");
  private static final RecordedPairs BUSY = RecordedPairs.read("busy");

  private static final List<Trial> USUAL_TRIALS = trials(USUAL, ROUNDS, RULE);
  private static final List<Trial> BUSY_TRIALS = trials(BUSY, ROUNDS, RULE);

  private static List<Trial> trials(RecordedPairs recorded, int rounds, StoppingRule rule) {
    return IntStream.range(0, TRIALS)
        .mapToObj(seed -> recorded.byTurns(rounds, rule, new Random(seed)))
        .toList();
  }

  /** Rows whose slowdown is found in fewer than 95 trials. */
  private static List<String> missed(List<Trial> trials) {
    return USUAL.rows().stream()
        .filter(row -> Trial.count(trials, row, Verdict.SLOWER) < ENOUGH)
        .map(Row::toString)
        .toList();
  }

  @Test
  void aSlowdownOfTenPercentIsFoundInTheCacheAndInMemory() {
    assertThat(USUAL.rows()).hasSize(18);
    assertThat(missed(USUAL_TRIALS)).isEmpty();
  }

  @Test
  void whereItIsNotFoundTheReportSaysThatItWouldNotBe() {
    List<Trial> trials = trials(BUSY, ROUNDS, IMPATIENT);
    assertThat(BUSY.rows()).allSatisfy(row -> isFoundOrSaid(trials, row));
    Row gradient = gradientInMemory();
    assertThat(Trial.count(trials, gradient, Verdict.TOO_NOISY)).isPositive();
    assertThat(trials.stream().mapToDouble(trial -> trial.finds(gradient)).average())
        .hasValueCloseTo(1.15, within(0.01));
  }

  /** With a spread of 0.18. */
  private static Row gradientInMemory() {
    Row gradient = BUSY.rows().getFirst();
    assertThat(gradient.shortName()).isEqualTo("GradientBenchmark.update");
    assertThat(gradient.params()).containsEntry("size", "4096");
    return gradient;
  }

  private static void isFoundOrSaid(List<Trial> trials, Row row) {
    assertThat(Trial.count(trials, row, Verdict.SLOWER, Verdict.TOO_NOISY))
        .isGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void aBuildBesideItselfRaisesNoAlarm() {
    assertThat(USUAL_TRIALS.stream().filter(Trial::alarms).count())
        .isLessThanOrEqualTo(TRIALS - ENOUGH);
    assertThat(BUSY_TRIALS.stream().filter(Trial::alarms).count())
        .isLessThanOrEqualTo(TRIALS - ENOUGH);
  }

  /** Sabotage: what the first of these tests is for. */
  @Test
  void theRoundsAloneMissSome() {
    assertThat(missed(trials(USUAL, ROUNDS, StoppingRule.AFTER_ROUNDS))).isNotEmpty();
  }

  /** Sabotage: enough of fifty pairs. */
  @Test
  void anImpatientRuleMissesTheNoisiest() {
    assertThat(missed(trials(USUAL, ROUNDS, IMPATIENT)))
        .containsExactly(
            "PerDeviceUpdateBenchmark.update backend=vector counts=int8 field=0.5 size=4096"
                + " threads=1",
            "UniformUpdateBenchmark.update backend=vector field=0.5 size=4096 threads=1");
  }

  /** Sabotage: enough of two pairs. */
  @Test
  void twoPairsMissEverything() {
    assertThat(missed(trials(USUAL, 2, StoppingRule.AFTER_ROUNDS))).hasSize(18);
  }

  /** Sabotage: what Holm's correction is for. */
  @Test
  void withoutItsCorrectionABuildBesideItselfRaisesAlarms() {
    assertThat(USUAL_TRIALS.stream().filter(Trial::alarmsWithoutHolm).count())
        .isGreaterThan(TRIALS - ENOUGH);
  }
}
