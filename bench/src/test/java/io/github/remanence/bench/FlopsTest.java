package io.github.remanence.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.bench.study.Place;
import io.github.remanence.bench.study.Preset;
import io.github.remanence.bench.study.Row;
import io.github.remanence.bench.study.UpdateForm;
import java.util.List;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The flops that a form says it takes are those that it does. */
class FlopsTest {

  /** Of the vectors of a {@link CountingLoader}. */
  private static final int LANES = 8;

  /**
   * Counted as they are done, in two crossbars of which one has more devices: what an update takes
   * once, such as for its table, is in both. They are so small that vectors compute them from the
   * first update on; of larger ones the scalar backend does a part before vectors are compiled.
   * Products are summed for six rows at a time, and so need whole sixes.
   */
  @ParameterizedTest
  @EnumSource
  void aFormTakesTheFlopsThatItSays(UpdateForm form) throws Exception {
    Counted fewer = counted(form, form == UpdateForm.SUM ? "6x32" : "4x32");
    Counted more = counted(form, form == UpdateForm.SUM ? "12x32" : "4x64");
    double flops = (double) (more.flops - fewer.flops) / (more.devices - fewer.devices);
    assertThat(form.flops()).isEqualTo(flops, within(0.2));
  }

  /** In one update of so many devices. */
  private record Counted(long flops, long devices) {}

  private static Counted counted(UpdateForm form, String size) throws Exception {
    Row row = row(form, new Place("vector", size, "0.5", 1));
    int method = row.benchmark().lastIndexOf('.');
    CountingLoader loader = new CountingLoader();
    Class<?> type = loader.loadClass(row.benchmark().substring(0, method));
    Class<?> traffic = loader.loadClass(Traffic.class.getName());
    try (BenchmarkRun run =
        new BenchmarkRun(
            new BenchmarkBody(type, row.benchmark().substring(method + 1), row.params()))) {
      FlopCounter.countedSinceLast();
      run.once();
      long flops = FlopCounter.countedSinceLast();
      return new Counted(flops, traffic.getField("perDevice").getLong(run.state(traffic)));
    }
  }

  private static Row row(UpdateForm form, Place place) {
    return Preset.gate(place.backend()).with(List.of(form), List.of(place)).rows().stream()
        .filter(row -> UpdateForm.of(row).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theCounterMissesNothing() throws Exception {
    Map<String, Long> expected =
        Map.of(
            "arithmetic", 4L,
            "root", 1L,
            "multiplyAdd", 2L,
            "lanes", LANES * (4L + 2 + 1),
            "comparison", 0L,
            "library", 1000L);
    CountingLoader loader = new CountingLoader();
    for (Map.Entry<String, Long> each : expected.entrySet()) {
      FlopCounter.countedSinceLast();
      loader.loadClass(Known.class.getName()).getMethod(each.getKey(), float.class).invoke(null, 2);
      assertThat(FlopCounter.countedSinceLast()).as(each.getKey()).isEqualTo(each.getValue());
    }
  }

  /** Operations whose number is plain to see. */
  public static final class Known {

    private Known() {}

    /** Four. */
    public static float arithmetic(float x) {
      return (x + 1) * x / 3 - x;
    }

    /** One. */
    public static double root(float x) {
      return Math.sqrt(x);
    }

    /** Two. */
    public static float multiplyAdd(float x) {
      return Math.fma(x, x, -x);
    }

    /** Seven in every lane. */
    public static FloatVector lanes(float x) {
      FloatVector v = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, x);
      return v.add(v).sub(1f).mul(v).div(3f).fma(v, v).lanewise(VectorOperators.SQRT).abs();
    }

    /** None: not a flop. */
    public static boolean comparison(float x) {
      return Math.max(x, 1f) > 2 && (int) x / 2 > 1;
    }

    /** Not known, and so seen. */
    public static double library(float x) {
      return Math.exp(x);
    }
  }
}
