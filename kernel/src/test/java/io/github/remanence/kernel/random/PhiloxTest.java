package io.github.remanence.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known answers that the authors of Philox publish with their library Random123. */
class PhiloxTest {

  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0000000000000000, 0000000000000000, e169c58d6627e8d5, 9b00dbd8bc57ac4c",
    "ffffffffffffffff, ffffffffffffffff, ffffffffffffffff, 41c83b0e408f276d, 6d5451fda20bc7c6",
    "85a308d3243f6a88, 0370734413198a2e, 299f31d0a4093822, 94fdccebd16cfe09, 24126ea15001e420"
  })
  void givesTheAnswersOfItsAuthors(
      String counter01, String counter23, String key, String words01, String words23) {
    assertThat(words(counter01, counter23, key, false)).isEqualTo(words01);
    assertThat(words(counter01, counter23, key, true)).isEqualTo(words23);
  }

  private static String words(String counter01, String counter23, String key, boolean high) {
    return "%016x"
        .formatted(
            Philox.words(
                Long.parseUnsignedLong(counter01, 16),
                Long.parseUnsignedLong(counter23, 16),
                Long.parseUnsignedLong(key, 16),
                high));
  }
}
