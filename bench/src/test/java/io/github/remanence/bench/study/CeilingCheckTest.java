package io.github.remanence.bench.study;

import static io.github.remanence.bench.compare.JmhJson.FMA;
import static io.github.remanence.bench.compare.JmhJson.INT8;
import static io.github.remanence.bench.compare.JmhJson.SCALE;
import static io.github.remanence.bench.compare.JmhJson.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.bench.compare.JmhJson;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CeilingCheckTest {

  private static final double[] ONE = {1};

  private static Map<String, String> place(String size) {
    return Map.of("backend", "vector", "size", size, "field", "0.5", "threads", "1");
  }

  /** An update of 8 bytes a device beside its ceilings. */
  private static JmhJson update(
      JmhJson json, String size, double ns, double gigabytes, double gigaflops) {
    return json.time(
            UNIFORM,
            place(size),
            ONE,
            Map.of("perDevice", new double[] {ns}, "perKilobyte", new double[] {1000 * ns / 8}))
        .time(
            SCALE,
            Map.of("size", size, "threads", "1"),
            ONE,
            Map.of("perKilobyte", new double[] {1000 / gigabytes}))
        .throughput(
            FMA, Map.of("threads", "1"), ONE, Map.of("gigaflops", new double[] {gigaflops}));
  }

  @Test
  void sharesThatArePossibleNeedNoWord() {
    // 8 bytes take 0.1 ns at 80 GB/s: 50 %, 109 %.
    assertThat(CeilingCheck.warning(update(new JmhJson(), "256", 0.2, 80, 100).results()))
        .isEmpty();
    assertThat(CeilingCheck.warning(update(new JmhJson(), "256", 0.1 / 1.09, 80, 100).results()))
        .isEmpty();
  }

  @Test
  void aShareBeyondTheCeilingNamesTheCeilingTheRowAndTheShare() {
    JmhJson json = update(new JmhJson(), "256", 0.1, 4, 100);
    assertThat(CeilingCheck.warning(update(json, "4096", 0.2, 80, 100).results()).orElseThrow())
        .startsWith(
            "Something slowed ceilings down while they were measured: CeilingBenchmark.scale"
                + " size=256 threads=1 (UniformUpdateBenchmark.update ")
        .contains("comes to 2000 % of it")
        .doesNotContain("4096")
        .endsWith("The shares of this run cannot be trusted; run it again.");
  }

  @Test
  void thePeakOfArithmeticIsNamedWhereItIsTheLimit() {
    assertThat(CeilingCheck.warning(update(new JmhJson(), "256", 0.2, 80, 1).results()))
        .hasValueSatisfying(text -> assertThat(text).contains("CeilingBenchmark.fma threads=1 ("));
  }

  @Test
  void ofTheRowsUnderOneCeilingTheFarthestIsNamed() {
    Map<String, String> int8 = new HashMap<>(place("256"));
    int8.put("counts", "int8");
    JmhJson json =
        update(new JmhJson(), "256", 0.1, 4, 100)
            .time(
                INT8,
                int8,
                ONE,
                Map.of("perDevice", new double[] {0.9}, "perKilobyte", new double[] {100}));
    assertThat(CeilingCheck.warning(json.results()).orElseThrow())
        .contains("UniformUpdateBenchmark")
        .doesNotContain("PerDeviceUpdateBenchmark");
  }
}
