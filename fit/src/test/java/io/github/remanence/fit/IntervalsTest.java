package io.github.remanence.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.fit.curves.MeasuredCurve;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;

/**
 * How often a 95 % interval has the truth in it, over many seeds.
 *
 * <p>A test fails by chance where a binomial number leaves its central part of 1 - 1e-4.
 */
class IntervalsTest {

  private static final double FALSE_ALARM = 1e-4;

  private static final DeviceModel DEVICE =
      DeviceModel.of(
          "d", "s", "S", new DeviceCurve(1, 3, new Exponential(1.5, 27), new Exponential(2.8, 27)));

  /** Start, end and nonlinearity of depression of one device, from one train with read noise. */
  @Test
  void ofTheScatterOfOneTrain() {
    int seeds = 400;
    assertCovers(
        seeds,
        seed -> new Synthetic(seed).reading(0.01).of(DEVICE, 27, 0),
        TrainFit.Errors.SCATTER,
        0.95,
        0.95);
  }

  /**
   * From eight devices of different pace, with noise of pulses and of reading. The jackknife of a
   * number that is not linear in the data is a little off: 93 to 96 of 100 are allowed for.
   */
  @Test
  void ofRepeatsOnManyDevices() {
    int seeds = 200;
    assertCovers(
        seeds,
        seed ->
            new Synthetic(seed).reading(0.005).perStep(0.1).devices(8, 1, 0.05).of(DEVICE, 27, 0),
        TrainFit.Errors.REPEATS,
        0.92,
        0.97);
  }

  /** Beside it the scatter of points, as if they were independent, would miss by far. */
  @Test
  void thatTakeNoiseOfPulsesForNoiseOfReadingAreCalledTooNarrow() {
    Measurements measured = new Synthetic(1).perStep(0.5).of(DEVICE, 27, 0);
    assertThat(DeviceFit.of(measured, "d", "s").notes())
        .anyMatch(note -> note.contains("intervals are too narrow"));
  }

  private static void assertCovers(
      int seeds,
      LongFunction<Measurements> measured,
      TrainFit.Errors from,
      double least,
      double most) {
    long[] hits = new long[3];
    LongStream.range(0, seeds)
        .forEach(
            seed -> {
              List<MeasuredCurve> curves = measured.apply(seed).of(Polarity.DEPRESSION);
              TrainFit fit = fit(curves);
              assertThat(fit.errorsFrom()).isEqualTo(from);
              count(hits, 0, fit.start(), 3);
              count(hits, 1, fit.end(), 1);
              count(hits, 2, fit.bend(), 2.8);
            });
    int low = new BinomialDistribution(seeds, least).inverseCumulativeProbability(FALSE_ALARM / 2);
    int high =
        new BinomialDistribution(seeds, most).inverseCumulativeProbability(1 - FALSE_ALARM / 2);
    for (long of : hits) {
      assertThat(of).as("intervals with the truth, of " + seeds).isBetween((long) low, (long) high);
    }
  }

  private static TrainFit fit(List<MeasuredCurve> curves) {
    List<PacedCurve> paced = PacedCurve.of(List.of(curves), 27).getFirst();
    CurveFit fit = CurveFit.of(Family.EXPONENTIAL, MeanCurve.of(paced), 27).orElseThrow();
    return TrainFit.of(0, Polarity.DEPRESSION, fit, paced);
  }

  private static void count(long[] hits, int which, Estimate estimate, double truth) {
    hits[which] += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
  }
}
