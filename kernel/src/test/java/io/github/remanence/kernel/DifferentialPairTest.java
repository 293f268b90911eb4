package io.github.remanence.kernel;

import static io.github.remanence.kernel.Plans.NO_FIELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pair is two crossbars that belong together, and its weight is their difference. */
class DifferentialPairTest {

  private static final float MIN = (float) NO_FIELD.curve().minConductance();
  private static final float MAX = (float) NO_FIELD.curve().maxConductance();

  @TempDir Path folder;

  private final UpdateKernel kernel = Backends.vectors();

  private static Crossbar filled(float conductance) {
    Crossbar crossbar = Crossbar.onHeap(2, 20);
    crossbar.fill(conductance);
    return crossbar;
  }

  private static DeviceFactors none() {
    return DeviceFactors.of(2, 20);
  }

  @Test
  void aPairHasTwoCrossbarsOfOneShape() {
    assertThatThrownBy(() -> DifferentialPair.of(filled(1), Crossbar.onHeap(20, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 x 20")
        .hasMessageContaining("20 x 2");
  }

  @Test
  void aPairLiesInOneKindOfMemory() throws IOException {
    for (Memory one : Memory.values()) {
      for (Memory other : Memory.values()) {
        try (Crossbar plus = one.crossbar(folder, 2, 20);
            Crossbar minus = other.crossbar(folder, 2, 20)) {
          if (one == other) {
            DifferentialPair.of(plus, minus);
          } else {
            assertThatThrownBy(() -> DifferentialPair.of(plus, minus))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one kind of memory");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPairDoesNotShareMemory(Memory memory) throws IOException {
    try (Crossbar whole = memory.crossbar(folder, 4, 20)) {
      for (Crossbar overlapping : List.of(whole, whole.block(1, 0, 3, 20).everyRow(2))) {
        Crossbar plus = whole.block(0, 0, overlapping.rows(), 20);
        assertThatThrownBy(() -> DifferentialPair.of(plus, overlapping))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("share memory");
      }
      DifferentialPair.of(whole.block(0, 0, 2, 20), whole.block(2, 0, 2, 20));
    }
  }

  @Test
  void eitherBothHaveFactorsOrNoneAndOnlyOnPulses() {
    Crossbar onPulses = filled(1).withFactors(none().onPulses(filled(1)));
    Crossbar onCurve = filled(1).withFactors(none().onNonlinearity(filled(1)));
    assertThatThrownBy(() -> DifferentialPair.of(onPulses, filled(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factors of 1");
    assertThatThrownBy(() -> DifferentialPair.of(filled(1), onPulses))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factors of 1");
    assertThatThrownBy(() -> DifferentialPair.of(onPulses, onCurve))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number of pulses only");
    DifferentialPair.of(onPulses, filled(1).withFactors(none().onPulses(filled(2))));
  }

  /**
   * Of any response family: one device of a pair is depressed, as it is alone, and a pair with a
   * device at the lower end is refreshed.
   */
  @Test
  void otherFamiliesAreDepressedAsAloneAndRefreshed() {
    for (UpdatePlan plan : List.of(Plans.POWER, Plans.EXPONENTIAL_STEP, Plans.TABULATED)) {
      Crossbar plus = started(1);
      Crossbar minus = started(2);
      float[] counts = new float[40];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = i % 5 == 0 ? 0 : (i % 2 == 0 ? 1.5f : -1.5f) * i;
      }
      Crossbar plusAlone = started(1);
      Crossbar minusAlone = started(2);
      float[] onPlus = counts.clone();
      float[] onMinus = counts.clone();
      for (int i = 0; i < counts.length; i++) {
        onPlus[i] = Math.min(counts[i], 0);
        onMinus[i] = -Math.max(counts[i], 0);
      }
      kernel.apply(plan, Pulses.float32(onPlus, 2, 20), plusAlone);
      kernel.apply(plan, Pulses.float32(onMinus, 2, 20), minusAlone);
      kernel.apply(plan, Pulses.float32(counts, 2, 20), DifferentialPair.of(plus, minus));
      int refreshed = 0;
      for (int i = 0; i < counts.length; i++) {
        float p = plusAlone.get(i / 20, i % 20);
        float m = minusAlone.get(i / 20, i % 20);
        boolean minusAtEnd = m <= MIN;
        boolean plusAtEnd = p <= MIN;
        refreshed += minusAtEnd || plusAtEnd ? 1 : 0;
        assertThat(plus.get(i / 20, i % 20))
            .isEqualTo(minusAtEnd ? MAX : plusAtEnd ? MIN + (MAX - m) : p);
        assertThat(minus.get(i / 20, i % 20))
            .isEqualTo(minusAtEnd ? MIN + (MAX - p) : plusAtEnd ? MAX : m);
      }
      assertThat(refreshed).as("pairs that were refreshed").isBetween(1, 39);
    }
  }

  private static Crossbar started(int seed) {
    Crossbar crossbar = Crossbar.onHeap(2, 20);
    Conductances.set(crossbar, Conductances.start(40, seed));
    return crossbar;
  }

  @Test
  void pulsesThatAreNotOneForEachPairAreRefused() {
    DifferentialPair pair = DifferentialPair.of(filled(1), filled(1));
    for (Pulses pulses :
        List.of(
            Pulses.uniform(1),
            Pulses.train(1, 2),
            Pulses.outerProducts(new byte[2], new byte[20], 2, 20),
            Pulses.outerProductSum(new float[2], new float[20], 2, 20, 1, 0))) {
      assertThatThrownBy(() -> kernel.apply(NO_FIELD, pulses, pair))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("differential pair of 2 x 20");
    }
    assertThatThrownBy(() -> kernel.apply(NO_FIELD, Pulses.int8(new byte[40], 20, 2), pair))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20 x 2");
    assertThat(Conductances.of(pair.plus())).containsOnly(1);
    assertThat(Conductances.of(pair.minus())).containsOnly(1);
  }

  @ParameterizedTest
  @EnumSource
  void aPairOfWhichOneIsClosedIsRefusedAndTheOtherUntouched(Memory memory) throws IOException {
    Crossbar minus = memory.crossbar(folder, 2, 20);
    try (Crossbar plus = memory.crossbar(folder, 2, 20)) {
      DifferentialPair pair = DifferentialPair.of(plus, minus);
      DifferentialPair turned = DifferentialPair.of(minus, plus);
      minus.close();
      for (DifferentialPair closed : List.of(pair, turned)) {
        assertThatThrownBy(() -> kernel.apply(NO_FIELD, Pulses.int8(new byte[40], 2, 20), closed))
            .isInstanceOf(IllegalStateException.class);
      }
      assertThat(Conductances.of(plus)).containsOnly(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNegativeRateLowersAWeightOfPositiveGradient(Backend backend) {
    DifferentialPair pair = DifferentialPair.of(filled(1.5f), filled(1.25f));
    float[] gradient = new float[40];
    gradient[3] = 2;
    gradient[38] = -2;
    Backends.alone(backend, Workers.callingThread())
        .apply(NO_FIELD, Pulses.gradient(gradient, 2, 20, -0.5, 0), pair);
    assertThat(pair.plus().get(0, 3)).isLessThan(1.5f);
    assertThat(pair.minus().get(0, 3)).isEqualTo(1.25f);
    assertThat(pair.plus().get(1, 18)).isEqualTo(1.5f);
    assertThat(pair.minus().get(1, 18)).isLessThan(1.25f);
    assertThat(pair.plus().get(0, 4)).isEqualTo(1.5f);
    assertThat(pair.minus().get(0, 4)).isEqualTo(1.25f);
  }

  @Test
  void aDeviceIsDepressedAsInACrossbarOfItsOwn() {
    float[] counts = new float[40];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = -i / 40f;
    }
    DifferentialPair pair = DifferentialPair.of(filled(2), filled(2));
    DifferentialPair turned = DifferentialPair.of(filled(2), filled(2));
    Crossbar single = filled(2);
    kernel.apply(NO_FIELD, Pulses.gradient(counts, 2, 20, 1, 0.1), pair);
    kernel.apply(NO_FIELD, Pulses.gradient(counts, 2, 20, -1, 0.1), turned);
    kernel.apply(NO_FIELD, Pulses.gradient(counts, 2, 20, 1, 0.1), single);
    assertThat(Conductances.of(pair.plus())).isEqualTo(Conductances.of(single));
    assertThat(Conductances.of(turned.minus())).isEqualTo(Conductances.of(single));
    assertThat(Conductances.of(pair.minus())).containsOnly(2);
    assertThat(Conductances.of(turned.plus())).containsOnly(2);
  }

  @Test
  void onlyTheFactorsOfDepressionCount() {
    Pulses pulses = Pulses.gradient(Conductances.start(40, 4), 2, 20, -1, 0);
    DeviceFactors ofDepression = none().onPulses(filled(0.5f));
    DeviceFactors ofTwo = none().onPulses(filled(3), filled(0.5f));
    Crossbar expected = filled(2);
    Crossbar actual = filled(2);
    kernel.apply(NO_FIELD, pulses, pair(expected, ofDepression));
    kernel.apply(NO_FIELD, pulses, pair(actual, ofTwo));
    assertThat(Conductances.of(actual)).isEqualTo(Conductances.of(expected)).doesNotContain(2);
  }

  private static DifferentialPair pair(Crossbar plus, DeviceFactors factors) {
    return DifferentialPair.of(plus.withFactors(factors), filled(2).withFactors(factors));
  }

  @Test
  void aLongTrainTakesAWeightToItsEndAndBack() {
    DifferentialPair pair = DifferentialPair.of(filled(1.5f), filled(1.5f));
    float[] ones = new float[40];
    Arrays.fill(ones, 1);
    Pulses up = Pulses.gradient(ones, 2, 20, 5, 0);
    Pulses down = Pulses.gradient(ones, 2, 20, -5, 0);
    for (int i = 0; i < 60; i++) {
      kernel.apply(NO_FIELD, up, pair);
    }
    assertThat(Conductances.of(pair.plus())).containsOnly(MAX);
    assertThat(Conductances.of(pair.minus())).containsOnly(MIN);
    for (int i = 0; i < 60; i++) {
      kernel.apply(NO_FIELD, down, pair);
    }
    assertThat(Conductances.of(pair.plus())).containsOnly(MIN);
    assertThat(Conductances.of(pair.minus())).containsOnly(MAX);
  }

  @Test
  void aRefreshKeepsTheWeight() {
    DifferentialPair pair = DifferentialPair.of(filled(1.5f), filled(MIN));
    kernel.apply(NO_FIELD, Pulses.int8(new byte[40], 2, 20), pair);
    assertThat(Conductances.of(pair.plus())).containsOnly(MAX);
    assertThat(pair.plus().get(1, 1) - pair.minus().get(1, 1))
        .isCloseTo(1.5f - MIN, within(Math.ulp(MAX)));
  }

  /** Each pulses object keeps what it compiled last, and must not take it for another pair. */
  @Test
  void theSamePulsesServeOnePairAfterAnother() {
    Pulses pulses = Pulses.gradient(Conductances.start(40, 4), 2, 20, -1, 0);
    DifferentialPair first = DifferentialPair.of(filled(2), filled(2));
    DifferentialPair second = DifferentialPair.of(filled(2), filled(2));
    Crossbar single = filled(2);
    kernel.apply(NO_FIELD, pulses, first);
    kernel.apply(NO_FIELD, pulses, single);
    kernel.apply(NO_FIELD, pulses, second);
    assertThat(Conductances.of(second.plus())).isEqualTo(Conductances.of(first.plus()));
    assertThat(Conductances.of(second.plus())).isEqualTo(Conductances.of(single));
    kernel.apply(Plans.FULL_FIELD, pulses, second);
    assertThat(Conductances.of(second.plus())).isNotEqualTo(Conductances.of(first.plus()));
  }
}
