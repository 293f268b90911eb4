package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Chance at the edge of the library: what it depends on, and what it does not. */
class NoiseTest {

  private static final int ROWS = 41;
  private static final int COLS = 331;
  private static final float[] START = Conductances.start((long) ROWS * COLS, 1);
  private static final Draws DRAWS = Draws.of(1, 2, 3);
  private static final UpdateKernel KERNEL = Backends.vectors();
  private static final UpdatePlan NOISY = plan(Convention.PER_STEP, 0.3, Mode.AGGREGATE);

  private static UpdatePlan plan(Convention convention, double sigma, Mode mode) {
    CycleNoise noise = new CycleNoise(convention, sigma, mode);
    return plan(NonIdealities.NONE.withCycleNoise(noise));
  }

  private static UpdatePlan plan(NonIdealities real) {
    return UpdatePlan.of(Presets.bernard2025().with(real), FieldState.at(0.5));
  }

  private static UpdatePlan rounding(PulseRounding rounding) {
    return plan(
        new NonIdealities(NonIdealities.NONE.variation(), CycleNoise.NONE, 0, rounding, 0, 0));
  }

  static List<BiConsumer<Crossbar, Draws>> chances() {
    UpdatePlan single = plan(Convention.RANGE_SQRT_N, 0.01, Mode.PULSE_BY_PULSE);
    return List.of(
        (g, draws) -> KERNEL.apply(NOISY, Pulses.uniform(-2.5), g, draws),
        (g, draws) -> KERNEL.apply(single, Pulses.uniform(2.5), g, draws),
        (g, draws) -> KERNEL.apply(NoisyPlans.OF_STEPS_AT_ONCE, Pulses.uniform(2.5), g, draws),
        (g, draws) ->
            KERNEL.apply(rounding(PulseRounding.STOCHASTIC), Pulses.uniform(1.5), g, draws),
        (g, draws) -> KERNEL.apply(NOISY, Relaxation.diffusion(0.01), g, draws),
        (g, draws) -> KERNEL.read(g, g, 0.015, draws),
        (g, draws) -> KERNEL.fillNormal(g, 1.5, 0.1, draws),
        (g, draws) -> KERNEL.fillUniform(g, 1, 2, draws));
  }

  /** Whoever cuts a crossbar into parts gets what he would have got without. */
  @ParameterizedTest
  @MethodSource("chances")
  void aDeviceHasItsNumbersInEveryPart(BiConsumer<Crossbar, Draws> chance) {
    Crossbar whole = crossbar();
    chance.accept(whole, DRAWS);
    List<UnaryOperator<Crossbar>> parts =
        List.of(
            all -> all.block(3, 5, 31, 307),
            all -> all.block(2, COLS - 1, 17, 1),
            all -> all.everyRow(7).block(1, 3, 4, 100),
            all -> all.block(1, 1, 39, 329).everyRow(3).block(0, 2, 12, 300));
    for (UnaryOperator<Crossbar> part : parts) {
      Crossbar other = crossbar();
      chance.accept(part.apply(other), DRAWS);
      assertThat(Conductances.of(Conductances.copy(part.apply(other))))
          .isEqualTo(Conductances.of(Conductances.copy(part.apply(whole))));
    }
  }

  @ParameterizedTest
  @MethodSource("chances")
  void anotherUpdateIsAnotherChance(BiConsumer<Crossbar, Draws> chance) {
    Crossbar one = crossbar();
    Crossbar other = crossbar();
    chance.accept(one, Draws.of(1, 2, 3));
    chance.accept(other, Draws.of(1, 2, 4));
    int same = 0;
    for (int i = 0; i < START.length; i++) {
      same += Conductances.of(one)[i] == Conductances.of(other)[i] ? 1 : 0;
    }
    assertThat(same).isLessThan(START.length * 8 / 10);
  }

  /** Seed and update number are all that has to be saved. */
  @Test
  void aRunGoesOnWhereItStopped() {
    Crossbar inOneGo = crossbar();
    for (long update = 0; update < 10; update++) {
      KERNEL.apply(NOISY, Pulses.uniform(update % 2 == 0 ? 2 : -2), inOneGo, Draws.of(5, update));
    }
    Crossbar saved = crossbar();
    for (long update = 0; update < 4; update++) {
      KERNEL.apply(NOISY, Pulses.uniform(update % 2 == 0 ? 2 : -2), saved, Draws.of(5, update));
    }
    Crossbar loaded = Crossbar.wrap(Conductances.of(saved).clone(), ROWS, COLS);
    UpdatePlan again = plan(Convention.PER_STEP, 0.3, Mode.AGGREGATE);
    for (long update = 4; update < 10; update++) {
      Pulses pulses = Pulses.uniform(update % 2 == 0 ? 2 : -2);
      Backends.alone(Backend.SCALAR, Workers.callingThread())
          .apply(again, pulses, loaded, Draws.of(5, update));
    }
    assertThat(Conductances.of(loaded)).isEqualTo(Conductances.of(inOneGo));
  }

  @ParameterizedTest
  @EnumSource
  void noSigmaNoNoiseAndNoDraws(Convention convention) {
    UpdatePlan silent = plan(convention, 0, Mode.PULSE_BY_PULSE);
    assertThat(silent.drawsInUpdates()).isFalse();
    Crossbar expected = crossbar();
    KERNEL.apply(Plans.HALF_FIELD, Pulses.uniform(-3), expected);
    Crossbar found = crossbar();
    KERNEL.apply(silent, Pulses.uniform(-3), found);
    assertThat(Conductances.of(found)).isEqualTo(Conductances.of(expected));
    found = crossbar();
    KERNEL.apply(silent, Pulses.train(-1, -2), found, DRAWS); // Given, and not used.
    expected = crossbar();
    KERNEL.apply(Plans.HALF_FIELD, Pulses.train(-1, -2), expected);
    assertThat(Conductances.of(found)).isEqualTo(Conductances.of(expected));
  }

  /** Each vector is an update with a chance of its own. */
  @Test
  void outerProductsAreNotAllAlike() {
    UpdatePlan range = plan(Convention.RANGE, 0.001, Mode.AGGREGATE);
    byte[] ones = new byte[2 * ROWS];
    Arrays.fill(ones, (byte) 1);
    byte[] upAndDown = new byte[2 * COLS];
    Arrays.fill(upAndDown, 0, COLS, (byte) 1);
    Arrays.fill(upAndDown, COLS, 2 * COLS, (byte) -1);
    Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
    crossbar.fill(1.6f);
    KERNEL.apply(range, Pulses.outerProducts(ones, upAndDown, ROWS, COLS), crossbar, DRAWS);
    // Two draws of 0.001 of the window; were they one, the spread would be twice 0.001 of it.
    double sum = 0;
    double squares = 0;
    for (float g : Conductances.of(crossbar)) {
      sum += g;
      squares += (double) g * g;
    }
    double mean = sum / START.length;
    double spread = Math.sqrt(squares / START.length - mean * mean) / range.curve().range();
    assertThat(spread).isBetween(0.00125, 0.00145);
  }

  @Test
  void wholePulsesAreTheNearest() {
    UpdatePlan nearest = rounding(PulseRounding.NEAREST);
    for (double[] pair : new double[][] {{2.4, 2}, {2.6, 3}, {2.5, 2}, {-1.5, -2}, {0.4, 0}}) {
      Crossbar found = crossbar();
      KERNEL.apply(nearest, Pulses.uniform(pair[0]), found);
      Crossbar expected = crossbar();
      float[] whole = new float[START.length];
      Arrays.fill(whole, (float) pair[1]);
      KERNEL.apply(Plans.HALF_FIELD, Pulses.float32(whole, ROWS, COLS), expected);
      assertThat(Conductances.of(found)).isEqualTo(Conductances.of(expected));
    }
  }

  @Test
  void pulsesRoundedByChanceAreRightOnAverage() {
    UpdatePlan chance = rounding(PulseRounding.STOCHASTIC);
    Crossbar crossbar = Crossbar.onHeap(1000, 1000);
    crossbar.fill(1.6f);
    KERNEL.apply(chance, Pulses.uniform(2.3), crossbar, DRAWS);
    Crossbar two = Crossbar.onHeap(1, 1);
    two.fill(1.6f);
    KERNEL.apply(Plans.HALF_FIELD, Pulses.uniform(2), two);
    long stayed = 0;
    for (float g : Conductances.of(crossbar)) {
      stayed += Math.abs(g - two.get(0, 0)) < 1e-6 ? 1 : 0;
    }
    // 700,000 with a standard deviation of 458; six of them.
    assertThat(stayed).isBetween(700_000L - 2750, 700_000L + 2750);
  }

  @Test
  void aNoisyDeviceNeedsDraws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KERNEL.apply(NOISY, Pulses.uniform(1), crossbar()))
        .withMessageContaining("bernard2025")
        .withMessageContaining("Draws.of(seed, update)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KERNEL.apply(NOISY, Relaxation.diffusion(1), crossbar()))
        .withMessageContaining("Draws.of(seed, update)");
  }

  /**
   * Each count of a train has chances of its own: it moves otherwise than the same count before.
   */
  @Test
  void everyCountOfATrainIsNoisyByItself() {
    Crossbar once = crossbar();
    Crossbar twice = crossbar();
    KERNEL.apply(NOISY, Pulses.train(-1), once, DRAWS);
    KERNEL.apply(NOISY, Pulses.train(-1), once, DRAWS);
    KERNEL.apply(NOISY, Pulses.train(-1, -1), twice, DRAWS);
    assertThat(Conductances.of(twice)).isNotEqualTo(Conductances.of(once));
  }

  @Test
  void noPulsesOfAnyFamilyTakeNoNoise() {
    Crossbar crossbar = crossbar();
    for (UpdatePlan plan :
        List.of(
            NoisyPlans.OF_STEPS,
            NoisyPlans.OF_FAMILIES,
            NoisyPlans.OF_STEPS_AT_ONCE,
            NoisyPlans.OF_FAMILIES_AT_ONCE)) {
      KERNEL.apply(plan, Pulses.uniform(0), crossbar, DRAWS);
    }
    assertThat(Conductances.of(crossbar)).isEqualTo(Conductances.of(crossbar()));
  }

  @Test
  void whatCannotBeNoisyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CycleNoise(Convention.PER_STEP, -0.1, Mode.AGGREGATE))
        .withMessageContaining("was -0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CycleNoise(Convention.PER_STEP, Double.NaN, Mode.AGGREGATE))
        .withMessageContaining("was NaN");
  }

  @Test
  void aReadingLeavesTheCrossbarAlone() {
    Crossbar crossbar = crossbar();
    Crossbar values = Crossbar.onHeap(ROWS, COLS);
    KERNEL.read(crossbar, values, 0.015, DRAWS);
    assertThat(Conductances.of(crossbar)).isEqualTo(START);
    for (int i = 0; i < START.length; i++) {
      double exact = START[i] + 0.015 * DRAWS.normal(i);
      assertThat((double) Conductances.of(values)[i]).isCloseTo(exact, within(3e-7));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KERNEL.read(crossbar, Crossbar.onHeap(COLS, ROWS), 1, DRAWS))
        .withMessageContaining("crossbar of 331 x 41");
  }

  /** Else a value that is read already would be read again, or not, as threads happen to run. */
  @Test
  void aReadingIntoAPartOfWhatIsReadIsRefused() {
    Crossbar whole = crossbar();
    Crossbar left = whole.block(0, 0, ROWS, COLS - 1);
    Crossbar right = whole.block(0, 1, ROWS, COLS - 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KERNEL.read(left, right, 0.1, DRAWS))
        .withMessageContaining("share memory");
    assertThat(Conductances.of(whole)).isEqualTo(START);
    KERNEL.read(left, whole.block(0, 0, ROWS, COLS - 1), 0.1, DRAWS); // The same devices.
  }

  @Test
  void whatIsWrittenWithNoiseShowsItUntilItIsWrittenAgain() {
    Crossbar hidden = crossbar();
    Crossbar shown = Crossbar.onHeap(ROWS, COLS);
    shown.fill(-1);
    HiddenConductances devices = HiddenConductances.of(hidden, shown, 0.02);
    float[] counts = new float[START.length];
    for (int i = 0; i < counts.length; i += 2) {
      counts[i] = -3;
    }
    KERNEL.apply(Plans.NO_FIELD, Pulses.float32(counts, ROWS, COLS), devices, DRAWS);
    Crossbar expected = crossbar();
    KERNEL.apply(Plans.NO_FIELD, Pulses.float32(counts, ROWS, COLS), expected);
    assertThat(Conductances.of(hidden)).isEqualTo(Conductances.of(expected));
    Draws ofWriting = DRAWS.at(2);
    for (int i = 0; i < START.length; i++) {
      float after = Conductances.of(hidden)[i];
      double exact = after == START[i] ? -1 : after + 0.02 * ofWriting.normal(i);
      assertThat((double) Conductances.of(shown)[i]).isCloseTo(exact, within(4e-7));
    }
  }

  /** Threads, tiles, backends and parts. */
  @Test
  void writeNoiseDoesNotDependOnWhoWrites() {
    int rows = 311;
    float[] start = Conductances.start((long) rows * COLS, 5);
    Crossbar hidden = Crossbar.wrap(start.clone(), rows, COLS);
    Crossbar shown = Crossbar.onHeap(rows, COLS);
    KERNEL.apply(NOISY, Pulses.uniform(-1), HiddenConductances.of(hidden, shown, 0.02), DRAWS);
    try (Workers workers = Workers.threads(3)) {
      Crossbar other = Crossbar.wrap(start.clone(), rows, COLS);
      Crossbar otherShown = Crossbar.onHeap(rows, COLS);
      Backends.alone(Backend.SCALAR, workers)
          .apply(NOISY, Pulses.uniform(-1), HiddenConductances.of(other, otherShown, 0.02), DRAWS);
      assertThat(Conductances.of(otherShown)).isEqualTo(Conductances.of(shown));
      assertThat(Conductances.of(other)).isEqualTo(Conductances.of(hidden));
    }
  }

  @Test
  void hiddenConductancesAndWhatShowsAreTwo() {
    Crossbar one = crossbar();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HiddenConductances.of(one, one, 0.1))
        .withMessageContaining("they must be two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HiddenConductances.of(one, Crossbar.onHeap(7, 9), 0.1))
        .withMessageContaining("have one shape");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HiddenConductances.of(one, crossbar(), Double.NaN))
        .withMessageContaining("was NaN");
  }

  @Test
  void randomStartsAreWhatTheySay() {
    Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
    crossbar.fill(Float.NaN);
    KERNEL.fillUniform(crossbar, 1, 3, DRAWS);
    for (int i = 0; i < START.length; i++) {
      assertThat((double) Conductances.of(crossbar)[i])
          .isCloseTo(1 + 2 * DRAWS.uniform(i), within(3e-7));
    }
  }

  private static Crossbar crossbar() {
    return Crossbar.wrap(START.clone(), ROWS, COLS);
  }
}
