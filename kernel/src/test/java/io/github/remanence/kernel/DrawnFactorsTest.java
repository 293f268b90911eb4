package io.github.remanence.kernel;

import static io.github.remanence.kernel.Plans.NO_FIELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.Spread;
import io.github.remanence.kernel.device.Spread.Law;
import io.github.remanence.kernel.device.StuckDevices;
import io.github.remanence.kernel.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Factors by chance. Every limit of a mean, variance, share or correlation is {@value #ERRORS}
 * standard errors: another seed would break one in 1.7 million of them.
 */
class DrawnFactorsTest {

  private static final int ROWS = 300;
  private static final int COLS = 700;
  private static final int DEVICES = ROWS * COLS;
  private static final int ERRORS = 5;
  private static final Draws DRAWS = Draws.ofDevices(20_26, 0);
  private static final Spread SOME = new Spread(Law.LOG_NORMAL, 0.1);
  private static final Spread NONE = Spread.NONE;

  /** A property that varies, and its factors. */
  enum Property {
    PULSES(0) {
      @Override
      DeviceVariation varying(Spread spread) {
        return DeviceVariation.ofPulses(spread);
      }
    },
    SPAN(1) {
      @Override
      DeviceVariation varying(Spread spread) {
        return new DeviceVariation(NONE, spread, NONE, NONE, NONE, true, StuckDevices.NONE);
      }
    },
    NONLINEARITY(2) {
      @Override
      DeviceVariation varying(Spread spread) {
        return new DeviceVariation(NONE, NONE, spread, NONE, NONE, true, StuckDevices.NONE);
      }
    },
    MIN(3) {
      @Override
      DeviceVariation varying(Spread spread) {
        return new DeviceVariation(NONE, NONE, NONE, spread, NONE, true, StuckDevices.NONE);
      }
    },
    MAX(4) {
      @Override
      DeviceVariation varying(Spread spread) {
        return new DeviceVariation(NONE, NONE, NONE, NONE, spread, true, StuckDevices.NONE);
      }
    };

    private final int branch;

    Property(int branch) {
      this.branch = branch;
    }

    abstract DeviceVariation varying(Spread spread);

    float of(DeviceFactors factors, int row, int col) {
      return switch (this) {
        case PULSES, SPAN -> factors.pulses(row, col);
        case NONLINEARITY -> factors.nonlinearity(row, col);
        case MIN -> factors.min(row, col);
        case MAX -> factors.max(row, col);
      };
    }

    double[] of(DeviceFactors factors) {
      return all((row, col) -> of(factors, row, col));
    }

    double[] drawn(Spread spread) {
      return of(DrawnFactorsTest.drawn(varying(spread)));
    }
  }

  private static DeviceFactors drawn(DeviceVariation variation) {
    return DeviceFactors.drawn(variation, DRAWS, ROWS, COLS);
  }

  private static DeviceVariation stuck(StuckDevices stuck) {
    return new DeviceVariation(NONE, NONE, NONE, NONE, NONE, true, stuck);
  }

  /** Which branch is whose, and which number is which device's, may never change. */
  @ParameterizedTest
  @EnumSource
  void aFactorIsThatOfTheNumberOfItsPlaceInItsBranch(Property property) {
    DeviceFactors factors = drawn(property.varying(SOME));
    for (int row = 0; row < ROWS; row++) {
      for (int col = 0; col < COLS; col++) {
        float xi = DRAWS.at(property.branch).normal((long) row * COLS + col);
        double factor = SOME.factor(xi);
        float kept = rounded(property == Property.SPAN ? 1 / factor : factor);
        assertThat(property.of(factors, row, col)).isEqualTo(kept);
      }
    }
  }

  private static float rounded(double factor) {
    return Float.float16ToFloat(Float.floatToFloat16((float) factor));
  }

  @ParameterizedTest
  @EnumSource
  void theSameDrawsGiveTheSameFactorsAndOthersGiveOthers(Property property) {
    double[] once = property.drawn(SOME);
    assertThat(property.drawn(SOME)).isEqualTo(once);
    for (Draws other :
        List.of(
            Draws.ofDevices(20_27, 0),
            Draws.ofDevices(20_26, 1),
            Draws.of(20_26, 0),
            Draws.of(20_26, 1, 0))) {
      DeviceFactors others = DeviceFactors.drawn(property.varying(SOME), other, ROWS, COLS);
      assertThat(correlation(property.of(others), once)).isCloseTo(0, within(limit(1)));
    }
  }

  /**
   * |N(1, s)| has the mean s sqrt(2 / pi) exp(-1 / (2 s^2)) + erf(1 / (s sqrt 2)), and with its
   * square the variance 1 + s^2; for the others see the Javadoc of {@link Law}. N(1, 1) without its
   * negative part has the mean Phi(1) + phi(1) and the mean square 2 Phi(1) + phi(1).
   */
  @ParameterizedTest
  @CsvSource({
    "ABSOLUTE_NORMAL, 0.2, 1.0000000214, 0.0399999572",
    "ABSOLUTE_NORMAL, 1, 1.1666309412, 0.6389722470",
    "NORMAL, 0.2, 1, 0.04",
    "NORMAL, 1, 1.0833154706, 0.7510878078",
    "LOG_NORMAL, 0.5, 1.1331484531, 0.3646958540",
  })
  void factorsHaveTheMeanAndTheVarianceOfTheirLaw(
      Law law, double sigma, double mean, double variance) {
    for (Property property : Property.values()) {
      if (property != Property.SPAN) {
        requireMoments(property.drawn(new Spread(law, sigma)), mean, variance);
      }
    }
  }

  /** A factor of a log-normal law and one over it have the same law. */
  @Test
  void aFactorOnTheSpanIsOneOverItOnThePulses() {
    double[] span = Property.SPAN.drawn(new Spread(Law.LOG_NORMAL, 0.5));
    requireMoments(span, 1.1331484531, 0.3646958540);
    DeviceVariation both =
        new DeviceVariation(SOME, SOME, NONE, NONE, NONE, true, StuckDevices.NONE);
    double[] logs = Arrays.stream(Property.PULSES.of(drawn(both))).map(Math::log).toArray();
    requireMoments(logs, 0, 2 * 0.1 * 0.1);
  }

  private static void requireMoments(double[] factors, double mean, double variance) {
    double squares = mean(Arrays.stream(factors).map(x -> (x - mean) * (x - mean)));
    double fourth = mean(Arrays.stream(factors).map(x -> Math.pow(x - mean, 4)));
    assertThat(mean(Arrays.stream(factors))).isCloseTo(mean, within(limit(Math.sqrt(variance))));
    assertThat(squares).isCloseTo(variance, within(limit(Math.sqrt(fourth - squares * squares))));
  }

  private static double mean(DoubleStream values) {
    return values.average().orElseThrow();
  }

  /** Of a mean of as many numbers as there are devices. */
  private static double limit(double deviation) {
    return ERRORS * deviation / Math.sqrt(DEVICES);
  }

  @Test
  void factorsOfADeviceAreIndependent() {
    DeviceVariation all =
        new DeviceVariation(SOME, NONE, SOME, SOME, SOME, true, new StuckDevices(0.3, 0, 1));
    DeviceFactors factors = drawn(all);
    double[] stuck = Arrays.stream(Property.PULSES.of(factors)).map(n -> n == 0 ? 1 : 0).toArray();
    List<double[]> numbers =
        List.of(
            stuck,
            Property.PULSES.drawn(SOME),
            Property.SPAN.drawn(SOME),
            Property.NONLINEARITY.of(factors),
            Property.MIN.of(factors),
            Property.MAX.of(factors));
    for (int i = 0; i < numbers.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(correlation(numbers.get(i), numbers.get(j)))
            .as("properties %d and %d", i, j)
            .isCloseTo(0, within(limit(1)));
      }
    }
  }

  private static DeviceVariation independentPolarities(StuckDevices stuck) {
    return new DeviceVariation(SOME, SOME, SOME, NONE, NONE, /* samePolarities= */ false, stuck);
  }

  private interface Factor {
    float of(int row, int col);
  }

  private static double[] all(Factor factor) {
    double[] all = new double[DEVICES];
    for (int i = 0; i < DEVICES; i++) {
      all[i] = factor.of(i / COLS, i % COLS);
    }
    return all;
  }

  @Test
  void polaritiesHaveFactorsOfTheSameLawThatAreIndependent() {
    DeviceFactors factors = drawn(independentPolarities(StuckDevices.NONE));
    List<double[]> numbers =
        List.of(
            all(factors::pulses),
            all(factors::depressionPulses),
            all(factors::nonlinearity),
            all(factors::depressionNonlinearity));
    for (int i = 0; i < numbers.size(); i++) {
      double[] logs = Arrays.stream(numbers.get(i)).map(Math::log).toArray();
      requireMoments(logs, 0, i < 2 ? 2 * 0.1 * 0.1 : 0.1 * 0.1);
      for (int j = 0; j < i; j++) {
        assertThat(correlation(numbers.get(i), numbers.get(j)))
            .as("factors %d and %d", i, j)
            .isCloseTo(0, within(limit(1)));
      }
    }
    // Those of potentiation are what both have where polarities are the same.
    DeviceVariation same =
        new DeviceVariation(SOME, SOME, SOME, NONE, NONE, true, StuckDevices.NONE);
    assertThat(all(drawn(same)::pulses)).isEqualTo(numbers.get(0));
    assertThat(all(drawn(same)::nonlinearity)).isEqualTo(numbers.get(2));
  }

  /** Which branch is whose may never change. */
  @Test
  void factorsOfDepressionComeFromBranchesOfTheirOwn() {
    DeviceFactors factors = drawn(independentPolarities(StuckDevices.NONE));
    for (int i = 0; i < DEVICES; i += 1009) {
      double pulses = SOME.factor(DRAWS.at(7).normal(i));
      double span = SOME.factor(DRAWS.at(8).normal(i));
      double nonlinearity = SOME.factor(DRAWS.at(9).normal(i));
      assertThat(factors.depressionPulses(i / COLS, i % COLS)).isEqualTo(rounded(pulses / span));
      assertThat(factors.depressionNonlinearity(i / COLS, i % COLS))
          .isEqualTo(rounded(nonlinearity));
    }
  }

  @Test
  void aStuckDeviceIsStuckInBothPolarities() {
    DeviceFactors factors = drawn(independentPolarities(new StuckDevices(0.1, 0, 1)));
    for (int i = 0; i < DEVICES; i++) {
      assertThat(factors.depressionPulses(i / COLS, i % COLS) == 0)
          .isEqualTo(factors.pulses(i / COLS, i % COLS) == 0);
    }
  }

  @Test
  void polaritiesThatAreTheSameShareTheirMemory() {
    DeviceVariation onlyStuck =
        new DeviceVariation(NONE, NONE, NONE, NONE, NONE, false, new StuckDevices(0.1, 0, 1));
    for (DeviceVariation variation :
        List.of(Property.PULSES.varying(SOME), Property.NONLINEARITY.varying(SOME), onlyStuck)) {
      DeviceFactors factors = drawn(variation);
      assertThat(factors.factors().depressionPulses()).isSameAs(factors.factors().pulses());
      assertThat(factors.factors().depressionNonlinearity())
          .isSameAs(factors.factors().nonlinearity());
    }
  }

  private static double correlation(double[] xs, double[] ys) {
    double xMean = mean(Arrays.stream(xs));
    double yMean = mean(Arrays.stream(ys));
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < xs.length; i++) {
      xy += (xs[i] - xMean) * (ys[i] - yMean);
      xx += (xs[i] - xMean) * (xs[i] - xMean);
      yy += (ys[i] - yMean) * (ys[i] - yMean);
    }
    return xy / Math.sqrt(xx * yy);
  }

  @Test
  void whatDoesNotVaryTakesNoMemory() {
    assertThat(drawn(DeviceVariation.NONE).areNone()).isTrue();
    for (Property property : Property.values()) {
      DeviceFactors factors = drawn(property.varying(SOME));
      assertThat(factors.factors().pulses() == null)
          .isEqualTo(property != Property.PULSES && property != Property.SPAN);
      assertThat(factors.factors().nonlinearity() == null)
          .isEqualTo(property != Property.NONLINEARITY);
      assertThat(factors.factors().min() == null)
          .isEqualTo(property != Property.MIN && property != Property.MAX);
    }
  }

  /** exp(10 xi) reaches from e^-45 to e^45 among so many. */
  @ParameterizedTest
  @EnumSource(Law.class)
  void whatCannotBeKeptBecomesTheNearestThatCan(Law law) {
    for (Property property : Property.values()) {
      double[] factors = property.drawn(new Spread(law, 10));
      double least = Arrays.stream(factors).min().orElseThrow();
      double most = Arrays.stream(factors).max().orElseThrow();
      assertThat(most).isLessThanOrEqualTo(65504);
      if (property == Property.PULSES || property == Property.SPAN) {
        assertThat(least).isNotNegative();
      } else {
        assertThat(least).isGreaterThanOrEqualTo(0x1p-24);
      }
      if (law == Law.LOG_NORMAL) {
        assertThat(most).isEqualTo(65504);
        assertThat(least).isLessThanOrEqualTo(0x1p-24);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.25", "0.001", "1", "0"})
  void theShareOfStuckDevicesIsTheirProbability(double probability) {
    DeviceFactors factors = drawn(stuck(new StuckDevices(probability, 0, 1)));
    double stuck = mean(Arrays.stream(Property.PULSES.of(factors)).map(n -> n == 0 ? 1 : 0));
    double deviation = Math.sqrt(probability * (1 - probability));
    assertThat(stuck).isCloseTo(probability, within(limit(deviation)));
  }

  static List<DeviceVariation> withStuckDevices() {
    StuckDevices half = new StuckDevices(0.5, 0.25, 0.75);
    Spread window = new Spread(Law.LOG_NORMAL, 0.02);
    return List.of(
        stuck(half),
        new DeviceVariation(SOME, SOME, SOME, NONE, window, true, half),
        new DeviceVariation(NONE, NONE, NONE, window, window, true, half),
        stuck(new StuckDevices(0.5, 0, 0)),
        new DeviceVariation(NONE, NONE, NONE, window, window, true, new StuckDevices(0.5, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("withStuckDevices")
  void stuckDevicesAreWhereTheirWindowSaysAndNeverMove(DeviceVariation variation) {
    DeviceFactors factors = drawn(variation);
    Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
    crossbar.fill(1.5f);
    factors.placeStuck(variation.stuck(), DRAWS, NO_FIELD.curve(), crossbar);
    float[] before = Conductances.of(crossbar);
    Backends.vectors().apply(NO_FIELD, Pulses.uniform(-2), crossbar.withFactors(factors));
    float[] after = Conductances.of(crossbar);
    for (int i = 0; i < DEVICES; i++) {
      boolean isStuck = factors.pulses(i / COLS, i % COLS) == 0;
      assertThat(after[i] == before[i]).as("device %d", i).isEqualTo(isStuck);
      if (isStuck) {
        assertThat(place(factors, i, before[i]))
            .isBetween(variation.stuck().lowest() - 1e-6, variation.stuck().highest() + 1e-6);
      } else {
        assertThat(before[i]).isEqualTo(1.5f);
      }
    }
  }

  /** From 0.25 to 0.75 the mean is 0.5 and the variance 1 / 48; half of the devices are stuck. */
  @Test
  void placesOfStuckDevicesAreEquallyLikely() {
    DeviceVariation variation = withStuckDevices().getFirst();
    DeviceFactors factors = drawn(variation);
    Crossbar crossbar = Crossbar.onHeap(ROWS, COLS);
    factors.placeStuck(variation.stuck(), DRAWS, NO_FIELD.curve(), crossbar);
    float[] conductances = Conductances.of(crossbar);
    double sum = 0;
    double squares = 0;
    int stuck = 0;
    for (int i = 0; i < DEVICES; i++) {
      if (conductances[i] != 0) {
        double place = place(factors, i, conductances[i]) - 0.5;
        sum += place;
        squares += place * place;
        stuck++;
      }
    }
    double deviation = Math.sqrt(1 / 48.0);
    // A uniform law over 1/2 has the fourth moment (1/2)^4 / 80.
    double ofSquares = Math.sqrt(1 / 1280.0 - 1 / (48.0 * 48));
    assertThat(sum / stuck).isCloseTo(0, within(limit(deviation) * Math.sqrt(2.1)));
    assertThat(squares / stuck).isCloseTo(1 / 48.0, within(limit(ofSquares) * Math.sqrt(2.1)));
  }

  private static double place(DeviceFactors factors, int device, float conductance) {
    double min = NO_FIELD.curve().minConductance() * factors.min(device / COLS, device % COLS);
    double max = NO_FIELD.curve().maxConductance() * factors.max(device / COLS, device % COLS);
    return (conductance - min) / (max - min);
  }

  @Test
  void stuckDevicesAreTheSameInEveryCallAndMemory() {
    DeviceVariation variation = withStuckDevices().get(1);
    Crossbar once = Crossbar.onHeap(ROWS, COLS);
    Crossbar again = Crossbar.offHeap(ROWS, COLS);
    DeviceFactors factors = drawn(variation);
    factors.placeStuck(variation.stuck(), DRAWS, NO_FIELD.curve(), once);
    factors.placeStuck(variation.stuck(), DRAWS, NO_FIELD.curve(), again);
    assertThat(Conductances.of(again)).isEqualTo(Conductances.of(once));
    again.close();
  }

  @Test
  void anotherShapeIsRefused() {
    DeviceFactors factors = drawn(DeviceVariation.NONE);
    Crossbar other = Crossbar.onHeap(ROWS, COLS - 1);
    assertThatThrownBy(() -> factors.placeStuck(StuckDevices.NONE, DRAWS, NO_FIELD.curve(), other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stuck devices of 300 x 700");
    assertThatThrownBy(() -> DeviceFactors.drawn(DeviceVariation.NONE, DRAWS, -1, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The published spread leaves every device a positive number of pulses. */
  @Test
  void thePublishedDevicesCanBeDrawn() {
    DeviceVariation published = Presets.bernard2025Noisy().nonIdealities().variation();
    assertThat(Property.PULSES.of(drawn(published)))
        .isEqualTo(Property.PULSES.drawn(new Spread(Law.ABSOLUTE_NORMAL, 0.2)));
  }
}
