package io.github.remanence.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.ReferenceDevice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceModelTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 1, -0.3, 2})
  void thePresetIsThePublishedDeviceOfTheReference(double field) {
    ReferenceDevice told = new ReferenceModel(Presets.bernard2025()).at(FieldState.at(field));
    ReferenceDevice own = Bernard2025.fieldLaw().at(Bernard2025.linearisation().at(field));
    assertThat(told.minConductance()).isCloseTo(own.minConductance(), within(1e-15));
    assertThat(told.maxConductance()).isCloseTo(own.maxConductance(), within(1e-15));
    assertThat(told.potentiation()).isEqualTo(own.potentiation());
    assertThat(told.depression()).isEqualTo(own.depression());
  }
}
