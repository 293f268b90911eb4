package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import org.junit.jupiter.api.Test;

/** A response that is a class of the user's own; how one is written, docs/families.md shows. */
class OwnResponseTest {

  /** Every number that it can return, right or wrong. */
  private record Gives(double step) implements Response {
    @Override
    public double step(double progress) {
      return step;
    }
  }

  @Test
  void isNamedAsOneThatNoBackendHasArithmeticFor() {
    Response own = new Gives(0.25);
    assertThat(Plans.of(own, new Exponential(1, 27)).scalarFamilies()).containsExactly(own);
    assertThat(Plans.of(new Exponential(1, 27), new Exponential(1, 27)).scalarFamilies()).isEmpty();
    assertThat(Plans.of(new Exponential(1, 27), new Exponential(-1, 27)).scalarFamilies())
        .isEmpty();
    assertThat(Plans.POWER.scalarFamilies()).isEmpty();
  }

  @Test
  void movesByItsStep() {
    UpdatePlan plan = Plans.of(new Gives(0.25), new Gives(0.125));
    for (Backend backend : Backends.OF_THE_HOST) {
      float[] g = {1.5f, 1.5f, 1.5f};
      Pulses pulses = Pulses.float32(new float[] {0, 0.5f, -1}, 1, 3);
      Backends.alone(backend, Workers.callingThread()).apply(plan, pulses, Crossbar.wrap(g, 1, 3));
      double range = plan.curve().range();
      assertThat(g).containsExactly(1.5f, (float) (1.5 + range / 8), (float) (1.5 - range / 8));
    }
  }

  /** A class of the user's own that says what a factor on nu does to it. */
  private record Bends(double nu) implements Response {
    @Override
    public double step(double progress) {
      return 0.1 * Math.exp(-nu * progress);
    }

    @Override
    public Response withNonlinearity(double factor) {
      return new Bends(nu * factor);
    }
  }

  @Test
  void hasFactorsOnWhatItSaysNuIs() {
    DeviceFactors factors =
        DeviceFactors.of(1, 2).onNonlinearity(Crossbar.wrap(new float[] {0.5f, 2}, 1, 2));
    float[] g = {1.5f, 1.5f};
    UpdatePlan plan = Plans.of(new Bends(1), new Bends(1));
    Backends.vectors().apply(plan, Pulses.uniform(1), Crossbar.wrap(g, 1, 2).withFactors(factors));
    double range = plan.curve().range();
    double v = (1.5 - plan.curve().minConductance()) / range;
    assertThat((double) g[0]).isCloseTo(1.5 + range * new Bends(0.5).step(v), within(3e-7));
    assertThat((double) g[1]).isCloseTo(1.5 + range * new Bends(2).step(v), within(3e-7));
  }

  /** aihwkit: a step of a device at the bound is clipped, unless its noise takes it back. */
  @Test
  void noiseAtTheEndOfTheWindowIsThatOfAWholeStep() {
    CycleNoise noise = new CycleNoise(Convention.PER_STEP, 0.5, Mode.PULSE_BY_PULSE);
    UpdatePlan plan = Plans.of(new Gives(0.125), new Gives(0.125));
    DeviceModel model = plan.model().with(NonIdealities.NONE.withCycleNoise(noise));
    float max = (float) plan.curve().maxConductance();
    Crossbar crossbar = Crossbar.onHeap(100, 1000);
    crossbar.fill(max);
    Backends.vectors()
        .apply(UpdatePlan.of(model, FieldState.at(0)), Pulses.uniform(1), crossbar, Draws.of(3, 1));
    int back = 0;
    for (float g : Conductances.of(crossbar)) {
      back += g < max ? 1 : 0;
    }
    // 1 + xi / 2 < 0 in 2275 of 100,000, with a standard deviation of 47; six of them.
    assertThat(back).isBetween(2275 - 283, 2275 + 283);
  }

  @Test
  void whatIsNoStepMakesItsOwnDeviceNan() {
    for (double wrong : new double[] {Double.NaN, -0.1, Double.NEGATIVE_INFINITY}) {
      UpdatePlan plan = Plans.of(new Gives(wrong), new Gives(0.125));
      float[] g = {1.5f, 1.5f};
      Backends.vectors()
          .apply(plan, Pulses.float32(new float[] {1, 0}, 1, 2), Crossbar.wrap(g, 1, 2));
      assertThat(g).containsExactly(Float.NaN, 1.5f);
    }
  }
}
