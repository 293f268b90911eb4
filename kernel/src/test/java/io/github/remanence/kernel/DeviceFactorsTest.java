package io.github.remanence.kernel;

import static io.github.remanence.kernel.Plans.NO_FIELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices that differ are given, what is kept of it, and what is refused. */
class DeviceFactorsTest {

  private static final int ROWS = 3;
  private static final int COLS = 50;

  private final UpdateKernel kernel = Backends.vectors();

  private static DeviceFactors none() {
    return DeviceFactors.of(ROWS, COLS);
  }

  private static Crossbar all(float value) {
    Crossbar factors = Crossbar.onHeap(ROWS, COLS);
    factors.fill(value);
    return factors;
  }

  /** All 1 but one. */
  private static Crossbar one(float value) {
    Crossbar factors = all(1);
    factors.set(2, 7, value);
    return factors;
  }

  private static Crossbar started() {
    return Crossbar.wrap(Conductances.start((long) ROWS * COLS, 1), ROWS, COLS);
  }

  /** 1.2345 lies between 1.234375 and 1.2353516, numbers of 11 bits. */
  @ParameterizedTest
  @CsvSource({"1, 1", "0.5, 0.5", "1.2345, 1.234375", "65504, 65504", "65519, 65504"})
  void factorsAreKeptInFloat16(float given, float kept) {
    DeviceFactors factors =
        none().onPulses(one(given)).onNonlinearity(one(given)).onWindow(one(given), one(given));
    assertThat(factors.pulses(2, 7)).isEqualTo(kept);
    assertThat(factors.nonlinearity(2, 7)).isEqualTo(kept);
    assertThat(factors.min(2, 7)).isEqualTo(kept);
    assertThat(factors.max(2, 7)).isEqualTo(kept);
    assertThat(factors.pulses(2, 6)).isOne();
  }

  @Test
  void whatIsNotGivenIs1AndWhatIsGivenIsCopied() {
    Crossbar given = one(0);
    DeviceFactors factors = none().onPulses(given);
    given.fill(2);
    assertThat(factors.pulses(2, 7)).isZero();
    assertThat(factors.nonlinearity(2, 7)).isOne();
    assertThat(factors.min(2, 7)).isOne();
    assertThat(factors.max(2, 7)).isOne();
  }

  @Test
  void devicesThatAreNotThereHaveNoFactors() {
    DeviceFactors factors = none().onPulses(all(1));
    assertThatThrownBy(() -> factors.pulses(ROWS, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> factors.pulses(0, COLS)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(floats = {-1e-3f, Float.NaN, Float.POSITIVE_INFINITY, 65520, -65520})
  void aFactorThatMakesNoSenseIsRefusedWithItsPlace(float bad) {
    requireRefusal(() -> none().onPulses(one(bad)), "on pulses", bad);
    requireRefusal(() -> none().onNonlinearity(one(bad)), "on the nonlinearity", bad);
    requireRefusal(() -> none().onWindow(one(bad), all(1)), "on Gmin", bad);
    requireRefusal(() -> none().onWindow(all(1), one(bad)), "on Gmax", bad);
  }

  /** 2e-8 is 0 in float16. */
  @ParameterizedTest
  @ValueSource(floats = {0, -0f, 2e-8f})
  void onlyAFactorOnPulsesMayBe0(float zero) {
    assertThat(none().onPulses(one(zero)).pulses(2, 7)).isZero();
    requireRefusal(() -> none().onNonlinearity(one(zero)), "on the nonlinearity", zero);
    requireRefusal(() -> none().onWindow(one(zero), all(1)), "on Gmin", zero);
    requireRefusal(() -> none().onWindow(all(1), one(zero)), "on Gmax", zero);
  }

  private static void requireRefusal(Runnable make, String what, float bad) {
    assertThatThrownBy(make::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what)
        .hasMessageContaining("(2, 7)")
        .hasMessageContaining(String.valueOf(bad));
  }

  @Test
  void anotherShapeIsRefused() {
    Crossbar transposed = Crossbar.onHeap(50, 3);
    transposed.fill(1);
    assertThatThrownBy(() -> none().onPulses(transposed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("50 x 3");
    assertThatThrownBy(() -> none().onWindow(all(1), transposed))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> transposed.withFactors(none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 x 50");
    assertThatThrownBy(() -> DeviceFactors.of(-1, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  /** nu is 2.772 in depression: 21.6 times it is below 60, 21.7 times above. */
  @Test
  void aNonlinearityAboveTheLimitIsRefused() {
    Crossbar crossbar = started();
    Pulses pulses = Pulses.uniform(-1);
    DeviceFactors most = none().onNonlinearity(one(21.6f));
    kernel.apply(NO_FIELD, pulses, crossbar.withFactors(most));
    requireUntouched(pulses, none().onNonlinearity(one(21.7f)), "[-12.0, 60.0]");
  }

  @Test
  void windowsThatCrossAreRefused() {
    Pulses pulses = Pulses.int8(new byte[ROWS * COLS], ROWS, COLS);
    requireUntouched(pulses, none().onWindow(one(3), all(1)), "device (2, 7)");
    requireUntouched(pulses, none().onWindow(all(1), one(0.25f)), "device (2, 7)");
    kernel.apply(NO_FIELD, pulses, started().withFactors(none().onWindow(all(0.5f), all(0.5f))));
  }

  private void requireUntouched(Pulses pulses, DeviceFactors factors, String message) {
    requireUntouched(NO_FIELD, pulses, factors, message);
  }

  private void requireUntouched(
      UpdatePlan plan, Pulses pulses, DeviceFactors factors, String message) {
    Crossbar crossbar = started();
    assertThatThrownBy(() -> kernel.apply(plan, pulses, crossbar.withFactors(factors)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(Conductances.of(crossbar)).isEqualTo(Conductances.of(started()));
  }

  /** The same device told otherwise: with these numbers for all. */
  @ParameterizedTest
  @MethodSource("toldOtherwise")
  void factorsOnNuAndTheWindowMakeTheDeviceThatHasThem(Response factored, Response told) {
    DeviceCurve window = NO_FIELD.curve();
    float min = (float) window.minConductance() * 1.25f;
    float max = (float) window.maxConductance() * 0.875f;
    UpdatePlan expected = Plans.of(new DeviceCurve(min, max, told, told));
    UpdatePlan common = Plans.of(factored, factored);
    DeviceFactors factors =
        none().onNonlinearity(all(0.5f), all(0.5f)).onWindow(all(1.25f), all(0.875f));
    for (Pulses pulses : List.of(Pulses.uniform(2.5), Pulses.train(3, -7.5, 2))) {
      Crossbar one = started();
      kernel.apply(expected, Pulses.uniform(0), one); // Into the window.
      Crossbar other = Conductances.copy(one);
      kernel.apply(expected, pulses, one);
      kernel.apply(common, pulses, other.withFactors(factors));
      for (int i = 0; i < ROWS * COLS; i++) {
        assertThat(Conductances.of(other)[i]).isCloseTo(Conductances.of(one)[i], within(1e-6f));
      }
    }
  }

  static List<Arguments> toldOtherwise() {
    return List.of(
        Arguments.of(new Exponential(3, 27), new Exponential(1.5, 27)),
        Arguments.of(new Exponential(-3, 27), new Exponential(-1.5, 27)),
        Arguments.of(new PowerStep(0.05, 3), new PowerStep(0.05, 1.5)),
        Arguments.of(new ExponentialStep(0.05, 0.2, 2), new ExponentialStep(0.05, 0.2, 1)),
        Arguments.of(
            new ExponentialInConductance(0.05, 3), new ExponentialInConductance(0.05, 1.5)),
        Arguments.of(
            new Ranged(new PowerStep(0.05, 3), 0.25, 0.75),
            new Ranged(new PowerStep(0.05, 1.5), 0.25, 0.75)));
  }

  @Test
  void aFamilyWithoutANumberForItTakesNoFactorOnNu() {
    requireUntouched(
        Plans.TABULATED, Pulses.uniform(1), none().onNonlinearity(one(0.5f)), "PiecewiseStep");
    requireUntouched(
        Plans.of(new PowerStep(0.05, 2), Plans.TABULATED.curve().depression()),
        Pulses.uniform(1),
        none().onNonlinearity(all(1), one(0.5f)),
        "Tabulated");
    requireUntouched(
        Plans.POWER, Pulses.uniform(1), none().onNonlinearity(one(25)), "exponent must be in");
    kernel.apply(
        Plans.TABULATED, Pulses.uniform(1), started().withFactors(none().onNonlinearity(all(1))));
  }

  @Test
  void windowsThatCrossAreRefusedOfEveryFamily() {
    requireUntouched(
        Plans.TABULATED, Pulses.uniform(1), none().onWindow(one(3), all(1)), "device (2, 7)");
  }

  @Test
  void aPlanNamesWhatFactorsMakeItComputeOneByOne() {
    DeviceFactors window = none().onWindow(all(1), all(1));
    List<Response> both =
        List.of(Plans.POWER.curve().potentiation(), Plans.POWER.curve().depression());
    assertThat(Plans.POWER.scalarFamilies(none().onPulses(all(1)))).isEmpty();
    assertThat(Plans.POWER.scalarFamilies(window)).isEqualTo(both);
    assertThat(Plans.POWER.scalarFamilies(none().onNonlinearity(all(1)))).isEqualTo(both);
    assertThat(NO_FIELD.scalarFamilies(window)).isEmpty();
    assertThat(Plans.SPEEDS_UP.scalarFamilies(none())).isEmpty();
    assertThat(Plans.SPEEDS_UP.scalarFamilies(none().onPulses(all(1))))
        .containsExactly(Plans.SPEEDS_UP.curve().potentiation());
    assertThat(Plans.SPEEDS_UP.scalarFamilies(window)).hasSize(2);
  }

  @Test
  void aTrainHasTheBitsOfItsCountsOneByOne() {
    for (DeviceFactors factors :
        List.of(none().onPulses(all(0.5f)), none().onNonlinearity(all(0.5f)))) {
      Crossbar train = started();
      Crossbar oneByOne = started();
      kernel.apply(NO_FIELD, Pulses.train(3, -2, 0.5), train.withFactors(factors));
      for (double n : new double[] {3, -2, 0.5}) {
        kernel.apply(NO_FIELD, Pulses.uniform(n), oneByOne.withFactors(factors));
      }
      assertThat(Conductances.of(train)).isEqualTo(Conductances.of(oneByOne));
      assertThat(Conductances.of(train)).isNotEqualTo(Conductances.of(started()));
    }
  }

  @Test
  void aChangeOfFieldIsRefusedWhereCurvesDiffer() {
    for (FieldChange change :
        List.of(
            FieldChange.keepingCoordinate(NO_FIELD, Plans.HALF_FIELD),
            FieldChange.keepingConductance(NO_FIELD, Plans.HALF_FIELD))) {
      for (DeviceFactors onCurve :
          List.of(none().onNonlinearity(all(1)), none().onWindow(all(1), all(1)))) {
        assertThatThrownBy(() -> kernel.apply(change, started().withFactors(onCurve)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("change of field");
      }
      Crossbar expected = started();
      Crossbar actual = started();
      kernel.apply(change, expected);
      kernel.apply(change, actual.withFactors(none().onPulses(one(0.5f))));
      assertThat(Conductances.of(actual)).isEqualTo(Conductances.of(expected));
    }
  }

  /** int8 counts and uniform ones are computed otherwise where devices do not differ. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "GRADIENT", "OUTER_PRODUCTS", "OUTER_PRODUCT_SUM"})
  void factorsOnPulsesThatAreAll1ChangeNoBit(Form form) {
    Crossbar expected = started();
    Crossbar actual = started();
    form.on(expected, expected).by(kernel);
    form.on(actual.withFactors(none().onPulses(all(1))), actual).by(kernel);
    assertThat(Conductances.of(actual)).isEqualTo(Conductances.of(expected));
    assertThat(Conductances.of(actual)).isNotEqualTo(Conductances.of(started()));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "GRADIENT", "OUTER_PRODUCTS", "OUTER_PRODUCT_SUM"})
  void noFactorsAtAllAreNone(Form form) {
    Crossbar expected = started();
    Crossbar actual = started();
    form.on(expected, expected).by(kernel);
    form.on(actual.withFactors(none()), actual).by(kernel);
    assertThat(Conductances.of(actual)).isEqualTo(Conductances.of(expected));
  }

  @Test
  void aFactorOnPulsesIsOneOnTheCounts() {
    float[] counts = new float[ROWS * COLS];
    float[] products = new float[counts.length];
    Crossbar factors = Crossbar.onHeap(ROWS, COLS);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = i % 9 - 4;
      factors.set(i / COLS, i % COLS, i % 16 / 8f);
      products[i] = counts[i] * (i % 16 / 8f);
    }
    Crossbar expected = started();
    Crossbar actual = started();
    kernel.apply(NO_FIELD, Pulses.gradient(products, ROWS, COLS, 1, 0.7), expected);
    kernel.apply(
        NO_FIELD,
        Pulses.gradient(counts, ROWS, COLS, 1, 0.7),
        actual.withFactors(none().onPulses(factors)));
    assertThat(Conductances.of(actual)).isEqualTo(Conductances.of(expected));
  }

  @Test
  void eachPolarityHasFactorsOfItsOwn() {
    DeviceFactors factors =
        none().onPulses(all(1), one(0.5f)).onNonlinearity(one(0.75f), one(1.25f));
    assertThat(factors.pulses(2, 7)).isOne();
    assertThat(factors.depressionPulses(2, 7)).isEqualTo(0.5f);
    assertThat(factors.nonlinearity(2, 7)).isEqualTo(0.75f);
    assertThat(factors.depressionNonlinearity(2, 7)).isEqualTo(1.25f);
    DeviceFactors same = factors.onPulses(one(2)).onNonlinearity(one(3));
    assertThat(same.pulses(2, 7)).isEqualTo(2).isEqualTo(same.depressionPulses(2, 7));
    assertThat(same.nonlinearity(2, 7)).isEqualTo(3).isEqualTo(same.depressionNonlinearity(2, 7));
    requireRefusal(() -> none().onPulses(one(-1), all(1)), "on pulses of potentiation", -1);
    requireRefusal(() -> none().onPulses(all(1), one(-1)), "on pulses of depression", -1);
    requireRefusal(
        () -> none().onNonlinearity(one(0), all(1)), "on the nonlinearity of potentiation", 0);
    requireRefusal(
        () -> none().onNonlinearity(all(1), one(0)), "on the nonlinearity of depression", 0);
  }

  /** A device with the factors of one polarity for both is, in that polarity, the same device. */
  @ParameterizedTest
  @ValueSource(doubles = {2.5, -2.5})
  void pulsesFeelTheFactorsOfTheirPolarity(double n) {
    DeviceFactors pulses = none().onPulses(rising(0, 1), rising(1, 2));
    DeviceFactors ofBoth = none().onPulses(n > 0 ? rising(0, 1) : rising(1, 2));
    requireSame(n, pulses, ofBoth);
    requireSame(
        n,
        pulses.onNonlinearity(rising(0.5f, 1), rising(1, 1.5f)),
        ofBoth.onNonlinearity(n > 0 ? rising(0.5f, 1) : rising(1, 1.5f)));
  }

  private void requireSame(double n, DeviceFactors actual, DeviceFactors expected) {
    Crossbar one = started();
    Crossbar other = started();
    kernel.apply(NO_FIELD, Pulses.uniform(n), one.withFactors(actual));
    kernel.apply(NO_FIELD, Pulses.uniform(n), other.withFactors(expected));
    assertThat(Conductances.of(one)).isEqualTo(Conductances.of(other));
    assertThat(Conductances.of(one)).isNotEqualTo(Conductances.of(started()));
  }

  /** nu is 2.772 in depression and 1.5 in potentiation: 40 times that is 60. */
  @Test
  void theLimitOfNuIsOneOfEachPolarity() {
    Crossbar crossbar = started();
    DeviceFactors most = none().onNonlinearity(one(39.9f), one(21.6f));
    kernel.apply(NO_FIELD, Pulses.uniform(-1), crossbar.withFactors(most));
    requireUntouched(
        Pulses.uniform(-1), none().onNonlinearity(one(40.1f), one(21.6f)), "[-12.0, 60.0]");
    requireUntouched(
        Pulses.uniform(1), none().onNonlinearity(one(39.9f), one(21.7f)), "[-12.0, 60.0]");
  }

  @Test
  void factorsFollowTheirDevicesIntoAPart() {
    DeviceFactors factors =
        none()
            .onPulses(rising(0, 2), rising(2, 0))
            .onNonlinearity(rising(0.5f, 1.5f), rising(1.5f, 0.5f))
            .onWindow(rising(0.9f, 1), rising(1, 1.1f));
    Crossbar whole = started();
    Crossbar parts = started();
    kernel.apply(NO_FIELD, Pulses.uniform(-2), whole.withFactors(factors));
    Crossbar varied = parts.withFactors(factors);
    kernel.apply(NO_FIELD, Pulses.uniform(-2), varied.block(0, 0, ROWS, 13));
    kernel.apply(NO_FIELD, Pulses.uniform(-2), varied.block(0, 13, ROWS, COLS - 13).everyRow(2));
    kernel.apply(NO_FIELD, Pulses.uniform(-2), varied.block(1, 13, 1, COLS - 13));
    assertThat(Conductances.of(parts)).isEqualTo(Conductances.of(whole));
  }

  private static Crossbar rising(float from, float to) {
    Crossbar factors = Crossbar.onHeap(ROWS, COLS);
    for (int i = 0; i < ROWS * COLS; i++) {
      factors.set(i / COLS, i % COLS, from + (to - from) * i / (ROWS * COLS));
    }
    return factors;
  }
}
