package io.github.remanence.bench.study;

import static io.github.remanence.bench.compare.JmhJson.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.bench.compare.JmhJson;
import io.github.remanence.bench.profile.PeakMemory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingTest {

  private static final double MIB = 1 << 20;

  private final JmhJson json = new JmhJson();

  private ScalingTest add(String size, int threads, double ns, double peak) {
    json.time(
        UNIFORM,
        Map.of("backend", "vector", "size", size, "field", "0.5", "threads", "" + threads),
        new double[] {1},
        Map.of("perDevice", new double[] {ns}, PeakMemory.PEAK, new double[] {peak}));
    return this;
  }

  private Scaling scaling() {
    return new Scaling("vector", 2, json.results());
  }

  @Test
  void memoryIsAConstantAndSoManyTimesTheCrossbar() {
    add("256", 2, 1, 100 * MIB + 1.05 * 4 * 256 * 256);
    add("1024", 2, 1, 100 * MIB + 1.05 * 4 * 1024 * 1024);
    add("4096", 2, 1, 100 * MIB + 1.05 * 4 * 4096 * 4096);
    Scaling.Memory memory = scaling().memory().orElseThrow();
    assertThat(memory.factor()).isEqualTo(1.05, within(1e-9));
    assertThat(memory.constant()).isEqualTo(100 * MIB, within(1.0));
  }

  @Test
  void strongKeepsTheCrossbarAndWeakLetsItGrow() {
    add("4096", 1, 0.4, 1).add("4096", 2, 0.25, 1).add("8192x4096", 2, 0.2, 1);
    assertThat(scaling().threads(UpdateForm.UNIFORM))
        .containsExactly(new Scaling.Threads(1, 0.4, 0.4), new Scaling.Threads(2, 0.25, 0.2));
  }

  @Test
  void betweenTwoSizesTheTimeADeviceIsInterpolatedAndBeyondThemItIsThatOfTheLast() {
    add("10", 2, 1, MIB).add("1000", 2, 3, MIB);
    List<Scaling.Expected> expected = scaling().expected(1e7, List.of(1, 1000, 1_000_000));
    assertThat(expected.getFirst().seconds()).isEqualTo(1e7 * 3e-9, within(1e-12));
    assertThat(expected.get(1).seconds()).isEqualTo(1e4 * 2e-9, within(1e-15));
    assertThat(expected.getLast().seconds()).isEqualTo(10 * 1e-9, within(1e-18));
    assertThat(expected.get(1).devices()).isEqualTo(1e4);
  }
}
