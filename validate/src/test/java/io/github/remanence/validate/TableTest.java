package io.github.remanence.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.validate.Table.Row;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TableTest {

  private static Table tableWithShares(double... shares) {
    List<Row> rows = DoubleStream.of(shares).mapToObj(share -> Row.of(List.of(), share)).toList();
    return new Table("test", "Test", Bound.UPDATE, List.of("share"), rows);
  }

  @Test
  void aTableWithoutRowsDoesNotPass() {
    assertThat(tableWithShares().worstShare()).isNaN();
    assertThat(tableWithShares().passed()).isFalse();
  }

  @Test
  void theWorstRowDecides() {
    assertThat(tableWithShares(0.2, 1, 0.1).passed()).isTrue();
    assertThat(tableWithShares(0.2, 1.001, 0.1).passed()).isFalse();
    assertThat(tableWithShares(0.2, 1.001, 0.1).worstShare()).isEqualTo(1.001);
  }

  @Test
  void aRowThatIsNotANumberDoesNotPass() {
    assertThat(tableWithShares(0.2, Double.NaN, 0.1).passed()).isFalse();
  }

  @Test
  void aRowWithTooFewCellsIsRefused() {
    List<Row> rows = List.of(Row.of(List.of(), 0));
    assertThatThrownBy(() -> new Table("test", "Test", Bound.UPDATE, List.of("a", "share"), rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of table 'test' has 1 cells for 2 columns");
  }

  @Test
  void aTallyOfNothingIsWithinNoBound() {
    assertThat(new Tally().row().share()).isNaN();
  }

  @Test
  void aTallySeesOneBitAndTheSignOfZeroButNotThePayloadOfNaN() {
    assertThat(shareOf(1f, Math.nextUp(1f))).isInfinite();
    assertThat(shareOf(0f, -0f)).isInfinite();
    assertThat(shareOf(Float.intBitsToFloat(0x7fc12345), Float.NaN)).isZero();
    assertThat(shareOf(1f, Float.NaN)).isInfinite();
  }

  private static double shareOf(float actual, float expected) {
    Tally tally = new Tally();
    tally.add(actual, expected);
    return tally.row().share();
  }
}
