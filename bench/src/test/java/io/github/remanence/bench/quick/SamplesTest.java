package io.github.remanence.bench.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void quantilesOfFiveAreTheFive() {
    Samples samples = new Samples(List.of(50.0, 10.0, 40.0, 20.0, 30.0));
    assertThat(samples.quantile(0)).isEqualTo(10);
    assertThat(samples.quantile(0.25)).isEqualTo(20);
    assertThat(samples.median()).isEqualTo(30);
    assertThat(samples.quantile(0.75)).isEqualTo(40);
    assertThat(samples.quantile(1)).isEqualTo(50);
  }

  @Test
  void quantilesBetweenSamplesLieOnAStraightLine() {
    Samples samples = new Samples(List.of(1.0, 2.0, 4.0, 8.0)); // numpy.quantile: 1.75, 3, 5
    assertThat(samples.quantile(0.25)).isEqualTo(1.75);
    assertThat(samples.median()).isEqualTo(3);
    assertThat(samples.quantile(0.75)).isEqualTo(5);
  }

  @Test
  void oneDisturbedSampleDoesNotMoveTheMedian() {
    assertThat(new Samples(List.of(7.0, 7.0, 7.0, 7.0, 1e9)).median()).isEqualTo(7);
  }

  @Test
  void noSamplesHaveNoMedian() {
    assertThatThrownBy(() -> new Samples(List.of())).hasMessage("no samples, so no median");
  }

  @Test
  void measurementHasMedianAndQuartiles() {
    Measurement measurement = new Samples(List.of(10.0, 20.0, 30.0, 40.0, 50.0)).of(100, 9);
    assertThat(measurement).isEqualTo(new Measurement(30, 20, 40, 100, 9));
  }
}
