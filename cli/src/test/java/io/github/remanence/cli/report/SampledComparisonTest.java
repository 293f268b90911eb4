package io.github.remanence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.validate.Errors;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampledComparisonTest {

  private static final double FIELD = 0.5;

  private final ReferenceDevice exact =
      Bernard2025.fieldLaw().at(Bernard2025.linearisation().at(FIELD));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 256})
  void everyDeviceOfASmallCrossbarIsComparedOnceEachWay(int side) {
    Errors errors = compare(Train.int8(5, side), side, exact);
    assertThat(errors.devices()).isEqualTo(2L * side * side);
    assertThat(errors.worstShare()).isBetween(0.0, 1.0);
  }

  @Test
  void theSampleOfALargeCrossbarHasTheLastDeviceAndEveryVectorLane() {
    int side = 1024;
    Set<Integer> places = new HashSet<>();
    Train train = Train.uniform(-5);
    Train recording =
        new Train(
            train.name(),
            train.pairs(),
            place -> {
              places.add(place);
              return train.count().applyAsInt(place);
            });
    compare(recording, side, exact);
    assertThat(places).hasSizeBetween(50_000, 70_000).contains(0, side * side - 1);
    assertThat(places.stream().map(place -> place % 64).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 64).boxed().toList());
  }

  @Test
  void oneWrongCountInTenThousandBreaksTheBound() {
    Train train = Train.uniform(-5);
    Train lying = new Train(train.name(), train.pairs(), place -> place == 7000 ? -4 : -5);
    assertThat(compare(lying, 100, exact).worstShare()).isGreaterThan(1);
  }

  @Test
  void theDeviceInAnotherFieldBreaksTheBound() {
    ReferenceDevice other = Bernard2025.fieldLaw().at(FIELD + 1e-5);
    assertThat(compare(Train.uniform(-5), 64, other).worstShare()).isGreaterThan(1);
  }

  private static Errors compare(Train train, int side, ReferenceDevice exact) {
    UpdatePlan plan = UpdatePlan.of(Presets.bernard2025(), FieldState.at(FIELD));
    Crossbar crossbar = Crossbar.onHeap(side, side);
    for (int i = 0; i < side * side; i++) {
      double u = i % 1000 / 1000.0;
      crossbar.set(
          i / side, i % side, (float) (plan.curve().minConductance() + u * plan.curve().range()));
    }
    return new SampledComparison(UpdateKernel.fastest(), plan, exact).of(train, crossbar);
  }
}
