package io.github.remanence.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FunctionErrorsTest {

  private static FunctionErrors errors() {
    return new FunctionErrors(Bound.LOGARITHM);
  }

  /** At this argument the exact value is 1.5, missed by a number of ulp. */
  private static FunctionErrors missedBy(float ulps, float argument) {
    FunctionErrors errors = errors();
    errors.add(argument, 1.5f + ulps * Math.ulp(1.5f), 1.5);
    return errors;
  }

  @Test
  void noArgumentAtAllIsWithinNoBound() {
    assertThat(errors().maxUlps()).isNaN();
    assertThat(errors().maxRelative()).isNaN();
    assertThat(errors().maxShare()).isNaN();
  }

  @Test
  void theLargestErrorCountsWhereverItCame() {
    FunctionErrors errors = missedBy(1, 10);
    errors.add(missedBy(-3, 20));
    errors.add(missedBy(3, 30));
    errors.add(missedBy(0, 40));
    assertThat(errors.arguments()).isEqualTo(4);
    assertThat(errors.maxUlps()).isEqualTo(3);
    assertThat(errors.maxRelative()).isEqualTo(3 * 0x1p-23 / 1.5);
    assertThat(errors.maxShare()).isEqualTo(3 / 1.9, within(1e-15));
    assertThat(errors.worst()).isEqualTo(20);
  }

  /** Just below 2 an ulp is half of the part of the value that it is at 1. */
  @Test
  void theWorstArgumentHasTheLargestShareOfTheBoundAndNotTheLargestErrorInUlp() {
    FunctionErrors errors = new FunctionErrors(Bound.NORMAL_QUANTILE);
    errors.add(10, 1 + 3 * 0x1p-23f, 1);
    errors.add(Integer.MAX_VALUE, 2 - 5 * 0x1p-23f, 2 - 0x1p-23);
    assertThat(errors.maxUlps()).isEqualTo(4);
    assertThat(errors.maxShare()).isEqualTo(3 * 0x1p-23 / 5e-7);
    assertThat(errors.worst()).isEqualTo(10);
  }

  @Test
  void anUlpIsThatOfTheExactValueAlsoWhereTheComputedOneRoundsUpToAPowerOfTwo() {
    FunctionErrors errors = errors();
    errors.add(0, 1, 1 - 0x1p-24);
    assertThat(errors.maxUlps()).isEqualTo(1);
  }

  @Test
  void anErrorOfZeroIsNoneOnlyIfTheResultIsZero() {
    FunctionErrors errors = errors();
    errors.add(0, 0, 0);
    assertThat(errors.maxUlps()).isZero();
    assertThat(errors.maxRelative()).isZero();
    errors.add(0, Float.MIN_VALUE, 0);
    assertThat(errors.maxUlps()).isEqualTo(1);
    assertThat(errors.maxRelative()).isInfinite();
  }

  @Test
  void oneNaNIsWorseThanAnyErrorWhereverItCame() {
    FunctionErrors errors = missedBy(1000, 10);
    errors.add(missedBy(Float.NaN, 20));
    errors.add(missedBy(2000, 30));
    assertThat(errors.maxUlps()).isNaN();
    assertThat(errors.maxRelative()).isNaN();
    assertThat(errors.maxShare()).isNaN();
    assertThat(errors.worst()).isEqualTo(20);
  }
}
