package io.github.remanence.bench.study;

import static io.github.remanence.bench.compare.JmhJson.FMA;
import static io.github.remanence.bench.compare.JmhJson.SCALE;
import static io.github.remanence.bench.compare.JmhJson.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.bench.compare.JmhJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RooflineTest {

  private static final Map<String, String> PLACE =
      Map.of("backend", "vector", "size", "256", "field", "0.5", "threads", "1");
  private static final Map<String, String> MEMORY = Map.of("size", "256", "threads", "1");

  private static final double[] NONE = {1};

  /** 8 bytes a device: 0.2 ns for one, 25 ns for 1000 bytes. */
  private static JmhJson updateOf(double nsPerDevice) {
    return new JmhJson()
        .time(
            UNIFORM,
            PLACE,
            NONE,
            Map.of(
                "perDevice", new double[] {nsPerDevice},
                "perKilobyte", new double[] {1000 * nsPerDevice / 8}));
  }

  @Test
  void whatAGpuComputesHasNoShareOfTheHost() {
    JmhJson onGpu =
        new JmhJson()
            .time(
                UNIFORM,
                Map.of("backend", "gpu", "size", "256", "field", "0.5", "threads", "1"),
                NONE,
                Map.of("perDevice", new double[] {1}, "perKilobyte", new double[] {125}));
    Results results = withCeilings(onGpu, 80, 100).results();
    assertThat(results.all()).hasSize(3);
    assertThat(results.all()).allSatisfy(r -> assertThat(Roofline.of(r, results)).isEmpty());
  }

  private static JmhJson withCeilings(JmhJson json, double gigabytes, double gigaflops) {
    return json.time(SCALE, MEMORY, NONE, Map.of("perKilobyte", new double[] {1000 / gigabytes}))
        .throughput(
            FMA, Map.of("threads", "1"), NONE, Map.of("gigaflops", new double[] {gigaflops}));
  }

  private static Roofline roofline(JmhJson json) {
    Results results = json.results();
    Result update =
        results.all().stream().filter(r -> r.form().isPresent()).findFirst().orElseThrow();
    return Roofline.of(update, results).orElseThrow();
  }

  @Test
  void bytesLimitWhereTheyTakeLongerThanFlops() {
    Roofline roofline = roofline(withCeilings(updateOf(0.2), 80, 100));
    assertThat(roofline.bytes()).isEqualTo(8, within(1e-12));
    assertThat(roofline.leastOfBytes()).isEqualTo(0.1, within(1e-12));
    assertThat(roofline.leastOfFlops()).isEqualTo(0.06, within(1e-12));
    assertThat(roofline.limit()).isEqualTo(Roofline.Limit.BYTES);
    assertThat(roofline.share()).isEqualTo(0.5, within(1e-12));
    assertThat(roofline.intensity()).isEqualTo(0.75, within(1e-12));
    assertThat(roofline.gigaflops()).isEqualTo(30, within(1e-12));
  }

  @Test
  void flopsLimitWhereTheArithmeticIsSlow() {
    Roofline roofline = roofline(withCeilings(updateOf(2), 80, 6));
    assertThat(roofline.limit()).isEqualTo(Roofline.Limit.FLOPS);
    assertThat(roofline.share()).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void withoutItsOwnCeilingsThereIsNoShare() {
    Results results = updateOf(0.2).results();
    assertThat(Roofline.of(results.all().getFirst(), results)).isEmpty();
    Results otherThreads =
        updateOf(0.2)
            .time(
                SCALE,
                Map.of("size", "256", "threads", "2"),
                NONE,
                Map.of("perKilobyte", new double[] {10}))
            .results();
    assertThat(Roofline.of(otherThreads.all().getLast(), otherThreads)).isEmpty();
  }
}
