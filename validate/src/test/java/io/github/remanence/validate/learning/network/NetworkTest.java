package io.github.remanence.validate.learning.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.validate.learning.Digits;
import io.github.remanence.validate.learning.Engines;
import io.github.remanence.validate.learning.data.DataSet;
import io.github.remanence.validate.learning.network.PairCheck.Pairs;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small network on real digits. */
class NetworkTest {

  private static final int NEURONS = 200; // a whole tile and a part of one
  private static final int IMAGES = 300; // two whole batches and a part of one

  private final DataSet digits = Digits.read();

  /** What a training leaves behind, compared bit by bit. */
  private record Course(List<Double> losses, List<Float> weights, double accuracy) {}

  @ParameterizedTest
  @CsvSource({"SCALAR, 2", "SCALAR, 3", "VECTOR, 1", "VECTOR, 2", "VECTOR, 3"})
  void theCourseIsTheSameBitsOnEveryBackendAndNumberOfThreads(Backend backend, int threads) {
    assertThat(course(backend, threads, 1)).isEqualTo(course(Backend.SCALAR, 1, 1));
  }

  @Test
  void anotherSeedIsAnotherCourse() {
    Course first = course(Backend.fastest(), 2, 1);
    Course second = course(Backend.fastest(), 2, 2);
    assertThat(second.losses()).doesNotContainAnyElementsOf(first.losses());
  }

  /**
   * A tenth of the images would be right by chance. The running variance begins at 1 and is some
   * 1e-6 in the end: a test before that, some 85 steps, is no better.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void itLearnsInEveryField(double field) {
    try (Team team = new Team(2)) {
      Network network = network(Backend.fastest(), team, Presets.bernard2025Noisy(), field, 1);
      List<Double> losses = losses(network, 40);
      assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
      assertThat(network.accuracy(digits.test(), 0)).isGreaterThan(0.6);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void everyStepMovesEveryPairAsTheReferenceSaysAndKeepsItInsideItsWindow(double field) {
    try (Team team = new Team(2)) {
      Network network = network(Backend.fastest(), team, Presets.bernard2025(), field, 1);
      PairCheck check = new PairCheck(device(field), RATE);
      long refreshed = 0;
      for (int step = 0; step < 9; step++) {
        List<Pairs> before = List.of(Pairs.of(network, 0), Pairs.of(network, 1));
        learn(network, step);
        for (int layer = 0; layer < 2; layer++) {
          float[] gradient = gradient(network, layer);
          Pairs after = Pairs.of(network, layer);
          assertThat(check.complaints(before.get(layer), gradient, after)).isEmpty();
          refreshed += check.refreshed(before.get(layer), gradient);
        }
      }
      assertThat(refreshed).as("pairs refreshed on the way").isGreaterThan(100);
    }
  }

  /** The check above can fail: on a step without a refresh, on one uphill, and on none at all. */
  @Test
  void brokenStepsAreSeen() {
    try (Team team = new Team(2)) {
      Network network = network(Backend.fastest(), team, Presets.bernard2025(), 1, 1);
      PairCheck check = new PairCheck(device(1), RATE);
      losses(network, 2);
      Pairs before = Pairs.of(network, 1);
      learn(network, 6);
      float[] gradient = gradient(network, 1);
      assertThat(check.refreshed(before, gradient)).isPositive();
      assertThat(check.complaints(before, gradient, moved(check, before, gradient, 1)))
          .contains("refresh");
      assertThat(check.complaints(before, gradient, moved(check, before, gradient, -1)))
          .contains("weight");
      assertThat(check.complaints(before, gradient, before)).contains("weight");
    }
  }

  /** Depressed but not refreshed. */
  private static Pairs moved(PairCheck check, Pairs before, float[] gradient, int sign) {
    Pairs after = new Pairs(before.plus().clone(), before.minus().clone());
    for (int i = 0; i < gradient.length; i++) {
      after.plus()[i] = (float) check.depressed(before.plus()[i], sign * gradient[i]);
      after.minus()[i] = (float) check.depressed(before.minus()[i], -sign * gradient[i]);
    }
    return after;
  }

  @Test
  void belowTheDeadZoneNothingMoves() {
    NonIdealities published = Presets.bernard2025Noisy().nonIdealities();
    NonIdealities dead =
        new NonIdealities(
            published.variation(),
            published.cycleNoise(),
            1e6,
            published.rounding(),
            published.readNoise(),
            published.outputNoise());
    try (Team team = new Team(2)) {
      Network network = network(Backend.fastest(), team, Presets.bernard2025().with(dead), 1, 1);
      Pairs before = Pairs.of(network, 0);
      learn(network, 0);
      assertThat(Pairs.of(network, 0)).usingRecursiveComparison().isEqualTo(before);
    }
  }

  @Test
  void devicesStartJustBelowTheTopAndPlusDevicesSpreadOut() {
    try (Team team = new Team(1)) {
      Network network = network(Backend.fastest(), team, Presets.bernard2025(), 1, 1);
      float top = 2.742f;
      float lowest = top;
      float highest = 0;
      for (int i = 0; i < network.devices(0).plus().length; i++) {
        assertThat(network.devices(0).minus()[i]).isEqualTo(top - 0.01f);
        lowest = Math.min(lowest, network.devices(0).plus()[i]);
        highest = Math.max(highest, network.devices(0).plus()[i]);
      }
      assertThat(lowest).isBetween(top - 0.020001f, top - 0.0199f);
      assertThat(highest).isBetween(top - 0.0001f, top);
    }
  }

  /** What is read differs from what is there by noise, so the same step goes another way. */
  @Test
  void readNoiseChangesWhatIsLearned() {
    try (Team team = new Team(1)) {
      DeviceModel noisy = Presets.bernard2025Noisy();
      NonIdealities clean =
          new NonIdealities(
              noisy.nonIdealities().variation(),
              noisy.nonIdealities().cycleNoise(),
              noisy.nonIdealities().deadZone(),
              noisy.nonIdealities().rounding(),
              /* readNoise= */ 0,
              noisy.nonIdealities().outputNoise());
      Network first = network(Backend.fastest(), team, noisy, 1, 1);
      Network second = network(Backend.fastest(), team, noisy.with(clean), 1, 1);
      assertThat(learn(first, 0)).as("read without noise forward").isEqualTo(learn(second, 0));
      assertThat(gradient(first, 1)).isEqualTo(gradient(second, 1));
      assertThat(gradient(first, 0)).isNotEqualTo(gradient(second, 0));
    }
  }

  /**
   * Keeping the coordinate and scaling the inputs, a network in the linear state hardly changes.
   */
  @Test
  void removingTheFieldScalesTheInputsByTheRatioOfTheRanges() {
    UpdatePlan field = UpdatePlan.of(Presets.bernard2025(), FieldState.at(1));
    UpdatePlan none = UpdatePlan.of(Presets.bernard2025(), FieldState.at(1).changedTo(0));
    double published = 0.567 / (1.530 * (1 - Math.exp(-27 / 9.741)));
    assertThat(Kept.COORDINATE.inputScale(field, none) / published).isBetween(0.9999, 1.0001);
    assertThat(Kept.CONDUCTANCE.inputScale(field, none)).isEqualTo(1);
  }

  private static final double RATE = 5000;

  private static ReferenceDevice device(double field) {
    return Bernard2025.fieldLaw().at(field);
  }

  private Course course(Backend backend, int threads, long seed) {
    try (Team team = new Team(threads)) {
      Network network = network(backend, team, Presets.bernard2025Noisy(), 0.5, seed);
      List<Double> losses = losses(network, 3);
      double accuracy = network.accuracy(digits.test(), 0);
      UpdatePlan removed =
          UpdatePlan.of(Presets.bernard2025Noisy(), FieldState.at(0.5).changedTo(0));
      network.changeField(removed, Kept.COORDINATE);
      return new Course(losses, weights(network), accuracy);
    }
  }

  private static Network network(
      Backend backend, Team team, DeviceModel device, double field, long seed) {
    UpdatePlan plan = UpdatePlan.of(device, FieldState.at(field));
    return new Network(Engines.of(backend, team), plan, NEURONS, RATE, seed);
  }

  private List<Double> losses(Network network, int epochs) {
    List<Double> losses = new ArrayList<>();
    for (int step = 0; step < 3 * epochs; step++) {
      losses.add(learn(network, step));
    }
    return losses;
  }

  private double learn(Network network, int step) {
    int first = step % 3 * Network.BATCH;
    return network.learn(digits.train(), first, Math.min(Network.BATCH, IMAGES - first), step);
  }

  private static float[] gradient(Network network, int layer) {
    return network.layers().get(layer).gradient().memory().toArray(ValueLayout.JAVA_FLOAT);
  }

  private static List<Float> weights(Network network) {
    List<Float> weights = new ArrayList<>();
    for (int layer = 0; layer < 2; layer++) {
      Network.Devices devices = network.devices(layer);
      for (int i = 0; i < devices.plus().length; i++) {
        weights.add(devices.plus()[i] - devices.minus()[i]);
      }
    }
    return weights;
  }
}
