package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.ReferenceDevice;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A train of uniform pulses is its updates, one after the other, in one pass. */
class TrainTest {

  private static final int DEVICES = 501;

  private final UpdateKernel kernel = Backends.vectors();

  private static UpdatePlan plan(double field) {
    return UpdatePlan.of(Presets.bernard2025(), FieldState.at(field));
  }

  private static float[] start(UpdatePlan plan) {
    float[] conductances = new float[DEVICES];
    for (int i = 0; i < DEVICES; i++) {
      double u = i / (DEVICES - 1.0);
      conductances[i] = (float) (plan.curve().minConductance() + u * plan.curve().range());
    }
    return conductances;
  }

  private static double[] counts(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(length, -12, 12).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.75, 1})
  void sixtyFourUpdatesInOnePassAreWithinTheStatedBound(double field) {
    UpdatePlan plan = plan(field);
    ReferenceDevice device = Bernard2025.fieldLaw().at(field);
    for (long seed = 0; seed < 20; seed++) {
      double[] counts = counts(64, seed);
      float[] conductances = start(plan);
      kernel.apply(plan, Pulses.train(counts), Crossbar.wrap(conductances, 1, DEVICES));
      float[] before = start(plan);
      for (int i = 0; i < DEVICES; i++) {
        check(device, before[i], counts, conductances[i]);
      }
    }
  }

  private static void check(ReferenceDevice device, double start, double[] counts, float after) {
    double exact = start;
    double steps = 0;
    for (double n : counts) {
      double next = device.update(exact, n);
      steps += Math.abs(next - exact);
      exact = next;
    }
    double allowed = 1.5 * Math.ulp((float) exact) + 4e-7 * steps;
    if (!(Math.abs(after - exact) <= allowed)) {
      fail("from %s by 64 updates: exact %s, got %s, allowed %s", start, exact, after, allowed);
    }
  }

  @Test
  void orderMatters() {
    UpdatePlan plan = plan(0);
    float[] upFirst = start(plan);
    float[] downFirst = start(plan);
    kernel.apply(plan, Pulses.train(10, -10), Crossbar.wrap(upFirst, 1, DEVICES));
    kernel.apply(plan, Pulses.train(-10, 10), Crossbar.wrap(downFirst, 1, DEVICES));
    assertThat(upFirst).isNotEqualTo(downFirst);
  }

  @Test
  void clampsInTheMiddleOfATrainAreKept() {
    UpdatePlan plan = plan(1);
    float[] conductances = start(plan);
    kernel.apply(plan, Pulses.train(-1000, 1000, -5), Crossbar.wrap(conductances, 1, DEVICES));
    float[] expected = new float[DEVICES];
    Arrays.fill(expected, (float) plan.curve().maxConductance());
    kernel.apply(plan, Pulses.uniform(-5), Crossbar.wrap(expected, 1, DEVICES));
    assertThat(conductances).isEqualTo(expected);
  }

  @Test
  void aTrainOfOneHasTheBitsOfAUniformUpdate() {
    UpdatePlan plan = plan(0.3);
    float[] train = start(plan);
    float[] uniform = start(plan);
    kernel.apply(plan, Pulses.train(-2.25), Crossbar.wrap(train, 1, DEVICES));
    kernel.apply(plan, Pulses.uniform(-2.25), Crossbar.wrap(uniform, 1, DEVICES));
    assertThat(train).isEqualTo(uniform);
  }

  @Test
  void noPulsesChangeNothing() {
    UpdatePlan plan = plan(0.3);
    for (Pulses none : new Pulses[] {Pulses.train(), Pulses.train(0, -0.0, 0)}) {
      float[] conductances = start(plan);
      kernel.apply(plan, none, Crossbar.wrap(conductances, 1, DEVICES));
      assertThat(conductances).isEqualTo(start(plan));
    }
  }

  /**
   * Each pair of updates multiplies distances by exp(20 |nu| / P): soon by more than a float32 can
   * hold.
   */
  @ParameterizedTest
  @ValueSource(doubles = {-0.5, -2, -12})
  void longTrainsOfDevicesThatSpeedUpEndWhereTheReferenceEnds(double nu) {
    DeviceCurve curve = Plans.exponential(0, 1, nu, nu);
    ExponentialResponse response = new ExponentialResponse(nu, 27);
    ReferenceDevice device = new ReferenceDevice(0, 1, response, response);
    UpdatePlan plan = Plans.of(curve);
    double[] counts = new double[1000];
    Arrays.setAll(counts, i -> i % 2 == 0 ? 10 : -10);
    float[] before = {0f, 1e-3f, 0.3f, 0.5f, 0.7f, 1f};
    float[] after = before.clone();
    kernel.apply(plan, Pulses.train(counts), Crossbar.wrap(after, 1, after.length));
    for (int i = 0; i < before.length; i++) {
      double exact = before[i];
      for (double n : counts) {
        exact = device.update(exact, n);
      }
      assertThat(after[i]).as("from %s", before[i]).isCloseTo((float) exact, within(1e-6f));
    }
  }

  @Test
  void everyCountOfATrainMustBeFinite() {
    double[] counts = DoubleStream.of(1, Double.NaN, 2).toArray();
    assertThatThrownBy(() -> Pulses.train(counts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }
}
