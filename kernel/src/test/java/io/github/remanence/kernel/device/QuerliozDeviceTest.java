package io.github.remanence.kernel.device;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The device of Querlioz et al. against its equation. */
class QuerliozDeviceTest {

  @ParameterizedTest
  @CsvSource({"1e-2, 5e-3, 3, 3", "2e-3, 3e-3, 0.5, 4"})
  void theCurvesAreThoseOfTheEquation(
      double alphaPlus, double alphaMinus, double betaPlus, double betaMinus) {
    ToolComparison.assertSame(
        new QuerliozDevice(alphaPlus, alphaMinus, betaPlus, betaMinus, 0.1, 0.9).curve(),
        law(alphaPlus, alphaMinus, betaPlus, betaMinus, 0.1, 0.9));
  }

  static PulseLaw law(
      double alphaPlus,
      double alphaMinus,
      double betaPlus,
      double betaMinus,
      double min,
      double max) {
    return (g, up) ->
        up
            ? Math.min(g + alphaPlus * Math.exp(-betaPlus * (g - min) / (max - min)), max)
            : Math.max(g - alphaMinus * Math.exp(-betaMinus * (max - g) / (max - min)), min);
  }
}
