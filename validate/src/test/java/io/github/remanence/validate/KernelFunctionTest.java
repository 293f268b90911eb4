package io.github.remanence.validate;

import static io.github.remanence.validate.KernelFunction.EXPONENTIAL;
import static io.github.remanence.validate.KernelFunction.LOGARITHM;
import static io.github.remanence.validate.KernelFunction.LOGARITHM_NEAR_ONE;
import static io.github.remanence.validate.KernelFunction.REDUCED_EXPONENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KernelFunctionTest {

  private static long size(KernelFunction function) {
    return function.ranges().stream().mapToLong(FloatRange::size).sum();
  }

  @Test
  void theExponentialHasEveryFloatUpToAHundredOfBothSigns() {
    assertThat(size(EXPONENTIAL)).isEqualTo(2L * (Float.floatToRawIntBits(100) + 1));
  }

  @Test
  void theLogarithmHasEveryNormalFloatUpToTwoToThe126() {
    assertThat(size(LOGARITHM)).isEqualTo((252L << 23) + 1);
  }

  @Test
  void theLogarithmNearOneHasEveryFloatUpToOneHalfAndFarBelowZero() {
    assertThat(size(LOGARITHM_NEAR_ONE)).isEqualTo((126L << 23) + 1 + ((127 + 18L) << 23));
  }

  @Test
  void rangesShareNoFloatAndLeaveNoneOut() {
    List<FloatRange> ranges = FloatRange.between(-0f, -Float.MIN_NORMAL, -1);
    assertThat(ranges).hasSize(2);
    FloatRange denormals = ranges.getFirst();
    assertThat(denormals.get(0)).isEqualTo(-0f);
    assertThat(denormals.get(1)).isEqualTo(-Float.MIN_VALUE);
    assertThat(Math.nextDown(denormals.get(denormals.size() - 1))).isEqualTo(-Float.MIN_NORMAL);
    assertThat(ranges.getLast().get(0)).isEqualTo(-Float.MIN_NORMAL);
  }

  /** Of arbitrary precision: mpmath 1.3.0, 40 digits, rounded to double. */
  static Stream<Arguments> exactValues() {
    return Stream.of(
        arguments(EXPONENTIAL, 0.5, 0.41421356237309503),
        arguments(EXPONENTIAL, -1.5, -0.6464466094067263),
        arguments(EXPONENTIAL, 0x1p-100, 5.4679671230791056e-31),
        arguments(EXPONENTIAL, 100.0, 1.2676506002282294e30),
        arguments(REDUCED_EXPONENTIAL, -0.125, 0.8340080864093424),
        arguments(LOGARITHM, 3.0, 1.584962500721156),
        arguments(LOGARITHM, 1 + 0x1p-23, 1.7198264061184464e-7),
        arguments(LOGARITHM_NEAR_ONE, 0x1p-100, -1.1380857159135323e-30),
        arguments(LOGARITHM_NEAR_ONE, -0.0625, 0.0874628412503394));
  }

  @ParameterizedTest(name = "at {1}: {2}")
  @MethodSource("exactValues")
  void theExactValueIsRightFarBelowAFloat(
      KernelFunction function, double argument, double expected) {
    assertThat(function.exact().applyAsDouble(argument))
        .isCloseTo(expected, within(Math.abs(expected) * 2e-14));
  }
}
