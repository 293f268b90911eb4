package io.github.remanence.validate;

import io.github.remanence.kernel.random.NormalQuantile;
import io.github.remanence.validate.Table.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.InverseErf;

/**
 * How exact is the normal number of a random word? Each row has the words of one unit of z.
 *
 * <p>Negative numbers have no rows: they must be those of the opposite words but for the sign, and
 * one that is not breaks the bound.
 *
 * @param computed what is measured
 * @param ranges at which words
 * @param coverage at how many of them
 */
record QuantileByWord(Computed computed, List<WordRange> ranges, Coverage coverage)
    implements Question {

  private static final Bound BOUND = Bound.NORMAL_QUANTILE;

  private static final double SQRT2 = StrictMath.sqrt(2);

  /** A function of a word that gives a float. */
  @FunctionalInterface
  interface Computed {
    float of(int word);
  }

  /** The kernel's quantile, over all words of positive numbers. */
  QuantileByWord(Coverage coverage) {
    this(NormalQuantile::of, WordRange.byMagnitude(), coverage);
  }

  @Override
  public String title() {
    return "Accuracy of the normal number of a word over " + coverage.of("word");
  }

  @Override
  public Table answer() {
    return new Table(
        "normal-quantile",
        title(),
        BOUND,
        List.of(
            "z from", "words", "max ulp", "max relative", "worst word", "not mirrored", "share"),
        ranges.stream().map(this::row).toList());
  }

  private Row row(WordRange range) {
    FunctionErrors errors = errors(range);
    long notMirrored = words(range).filter(word -> !isMirrored(word)).count();
    return Row.of(
        List.of(
            range.z(),
            errors.arguments(),
            errors.maxUlps(),
            errors.maxRelative(),
            (long) errors.worst(),
            notMirrored),
        Math.max(errors.maxShare(), Bound.share((double) notMirrored, 0)));
  }

  private FunctionErrors errors(WordRange range) {
    return words(range)
        .collect(
            () -> new FunctionErrors(BOUND),
            (errors, word) -> errors.add(word, computed.of(word), exact(word)),
            FunctionErrors::add);
  }

  /** In parallel: there are up to a thousand million. */
  private IntStream words(WordRange range) {
    int stride = coverage.stride();
    return IntStream.range(0, Math.ceilDiv(range.size(), stride))
        .parallel()
        .map(i -> range.get(i * stride));
  }

  /** True if this word and its opposite give numbers that differ in the sign alone. */
  private boolean isMirrored(int word) {
    int opposite = Float.floatToRawIntBits(computed.of(~word));
    return opposite == Float.floatToRawIntBits(-computed.of(word));
  }

  /**
   * The number of a word that is not negative, in double: within 1e-15 of itself, less than a
   * hundred millionth of an ulp of a float.
   *
   * <p>Neither what erf shall be nor 1 minus that, from which the tail is computed, is rounded.
   */
  static double exact(int word) {
    return SQRT2 * InverseErf.value((word + 0.5) * 0x1p-31);
  }
}
