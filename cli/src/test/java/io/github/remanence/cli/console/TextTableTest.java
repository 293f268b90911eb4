package io.github.remanence.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void numbersStandToTheRightAndWordsToTheLeft() {
    TextTable table =
        new TextTable(List.of("backend", "ns", "note"))
            .row(List.of("scalar", "12.25", "slow"))
            .row(List.of("vector", "-3", ""));
    assertThat(table.toString())
        .isEqualTo(
            """
            backend     ns  note
            scalar   12.25  slow
            vector      -3\
            """);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    TextTable table = new TextTable(List.of("a", "b"));
    assertThatThrownBy(() -> table.row(List.of("1"))).hasMessageContaining("2 columns");
  }
}
