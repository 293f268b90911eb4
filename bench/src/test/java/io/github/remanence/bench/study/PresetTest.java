package io.github.remanence.bench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.kernel.Backend;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

class PresetTest {

  static final List<Preset> ALL =
      List.of(
          Preset.quick("vector", 2),
          Preset.full("vector", 6, true),
          Preset.gate("vector"),
          Scaling.preset("vector", 3, 1 << 30));

  /** JMH would only say so after the fork has started, or run all values of a missing one. */
  @ParameterizedTest
  @FieldSource("ALL")
  void everyRowIsABenchmarkWithAValueForEachOfItsParameters(Preset preset) throws Exception {
    assertThat(preset.rows()).isNotEmpty().doesNotHaveDuplicates();
    for (Row row : preset.rows()) {
      int dot = row.benchmark().lastIndexOf('.');
      Class<?> type = Class.forName(row.benchmark().substring(0, dot));
      Method method = methodNamed(type, row.benchmark().substring(dot + 1));
      assertThat(method.isAnnotationPresent(Benchmark.class)).as(row.toString()).isTrue();
      assertThat(row.params().keySet()).as(row.toString()).isEqualTo(parameters(type, method));
    }
  }

  private static Method methodNamed(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> parameters(Class<?> type, Method method) {
    Set<String> names = new TreeSet<>();
    List<Class<?>> states = new ArrayList<>(List.of(method.getParameterTypes()));
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      states.add(above);
    }
    for (Class<?> state : states) {
      Stream.of(state.getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(Param.class))
          .map(Field::getName)
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void everyFormStandsBesideTheCeilingsOfItsSizeAndThreads() {
    List<Row> rows = Preset.quick("vector", 2).rows();
    for (Row row : rows) {
      if (UpdateForm.of(row).isPresent()) {
        String size = row.params().get("size");
        String threads = row.params().get("threads");
        assertThat(rows)
            .as(row.toString())
            .anyMatch(r -> r.toString().equals("CeilingBenchmark.fma threads=" + threads))
            .anyMatch(
                r ->
                    r.toString()
                        .equals(
                            "CeilingBenchmark.scale size=%s threads=%s".formatted(size, threads)));
      }
    }
  }

  @Test
  void everyFormIsFoundAgainInItsRow() {
    Place place = new Place("vector", "256", "0.5", 1);
    for (UpdateForm form : UpdateForm.values()) {
      assertThat(UpdateForm.of(form.at(place))).contains(form);
    }
  }

  @Test
  void chosenFormsAndPlacesReplaceTheRowsOfThePreset() {
    Preset chosen =
        Preset.quick("vector", 2)
            .with(List.of(UpdateForm.INT8), List.of(new Place("scalar", "64", "0", 3)));
    assertThat(chosen.rows())
        .extracting(Row::toString)
        .containsExactly(
            "CeilingBenchmark.fma threads=3",
            "CeilingBenchmark.scale size=64 threads=3",
            "PerDeviceUpdateBenchmark.update backend=scalar counts=int8 field=0 size=64"
                + " threads=3");
  }

  @Test
  void threadsGoUpByTwoAndEndAtAll() {
    assertThat(Preset.threadsUpTo(1)).containsExactly(1);
    assertThat(Preset.threadsUpTo(2)).containsExactly(1, 2);
    assertThat(Preset.threadsUpTo(6)).containsExactly(1, 2, 4, 6);
  }

  @Test
  void aPlaceThatIsNoneIsRefusedBeforeAnythingRuns() {
    assertThatThrownBy(() -> new Place("cuda", "256", "0", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a backend is one of [scalar, vector")
        .hasMessageEndingWith("was 'cuda'");
    assertThatThrownBy(() -> new Place("vector", "0", "0", 1))
        .hasMessage("a size is written 1024 or 1000x1003, was '0'");
    assertThatThrownBy(() -> new Place("vector", "1", "high", 1))
        .hasMessage("a field is a number such as 0.5, was 'high'");
    assertThatThrownBy(() -> new Place("vector", "1", "0", 0))
        .hasMessage("at least 1 thread is needed, was 0");
  }

  @Test
  void aPresetThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Preset.named("slow", "vector", 2, () -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a preset is one of [quick, full], was 'slow'");
  }

  @Test
  void aGpuIsGivenNoCeilingsOfTheHost() {
    Place gpu = new Place("gpu", "64", "0.5", 1);
    Place vector = new Place("vector", "128", "0.5", 1);
    Preset preset = Preset.gate("vector").with(List.of(UpdateForm.UNIFORM), List.of(gpu, vector));
    assertThat(preset.rows())
        .extracting(Row::toString)
        .containsExactly(
            "CeilingBenchmark.fma threads=1",
            "CeilingBenchmark.scale size=128 threads=1",
            "UniformUpdateBenchmark.update backend=gpu field=0.5 size=64 threads=1",
            "UniformUpdateBenchmark.update backend=vector field=0.5 size=128 threads=1");
    assertThat(preset.backends()).containsExactly(Backend.VECTOR, Backend.GPU);
  }

  @Test
  void fullHasEveryFormOnAGpuWhereThereIsOne() {
    List<Row> without = Preset.named("full", "vector", 2, () -> false).rows();
    List<Row> with = Preset.named("full", "vector", 2, () -> true).rows();
    assertThat(without).noneMatch(Row::isOnGpu);
    assertThat(with).containsAll(without);
    assertThat(with.stream().filter(Row::isOnGpu).map(row -> UpdateForm.of(row).orElseThrow()))
        .hasSize(2 * UpdateForm.values().length)
        .contains(UpdateForm.values());
  }

  @Test
  void aPresetWithoutAGpuDoesNotLookForOne() {
    assertThat(
            Preset.named(
                    "quick",
                    "vector",
                    2,
                    () -> {
                      throw new AssertionError("a GPU was looked for");
                    })
                .rows())
        .noneMatch(Row::isOnGpu);
  }
}
