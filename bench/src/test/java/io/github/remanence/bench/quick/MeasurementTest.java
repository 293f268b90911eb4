package io.github.remanence.bench.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasurementTest {

  private static final Measurement UPDATE = new Measurement(400, 380, 440, 1000, 9);
  private static final Measurement CEILING = new Measurement(200, 190, 210, 1000, 8);

  @Test
  void timeOfADeviceIsThePassSharedOut() {
    assertThat(UPDATE.nsPerDevice()).isEqualTo(0.4);
  }

  @Test
  void bytesANanosecondAreGigabytesASecond() {
    assertThat(UPDATE.gigabytesPerSecond()).isEqualTo(9 * 1000 / 400.0);
  }

  @Test
  void spreadIsHalfTheQuartileDistanceOverTheMedian() {
    assertThat(UPDATE.relativeSpread()).isEqualTo(30 / 400.0);
  }

  @Test
  void shareOfTheCeilingComparesBytesNotDevices() {
    assertThat(UPDATE.shareOf(CEILING)).isCloseTo(22.5 / 40, within(1e-12));
    assertThat(CEILING.shareOf(CEILING)).isEqualTo(1);
  }
}
