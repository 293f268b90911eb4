package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Response;
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
      UpdateKernel.of(backend, Workers.callingThread()).apply(plan, pulses, Crossbar.wrap(g, 1, 3));
      double range = plan.curve().range();
      assertThat(g).containsExactly(1.5f, (float) (1.5 + range / 8), (float) (1.5 - range / 8));
    }
  }

  @Test
  void whatIsNoStepMakesItsOwnDeviceNan() {
    for (double wrong : new double[] {Double.NaN, -0.1, Double.NEGATIVE_INFINITY}) {
      UpdatePlan plan = Plans.of(new Gives(wrong), new Gives(0.125));
      float[] g = {1.5f, 1.5f};
      UpdateKernel.fastest()
          .apply(plan, Pulses.float32(new float[] {1, 0}, 1, 2), Crossbar.wrap(g, 1, 2));
      assertThat(g).containsExactly(Float.NaN, 1.5f);
    }
  }
}
