package io.github.remanence.bench.study;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the ceilings of a study can be ones. An update that comes to much more than all of its
 * ceiling says nothing of the update: something slowed the ceiling down while it was measured.
 */
public final class CeilingCheck {

  /** Some percent above the ceiling are the spread of the two. */
  private static final double MOST_SHARE = 1.1;

  private CeilingCheck() {}

  /** An update and its part of the ceiling that limits it. */
  private record Beyond(Row ceiling, Row row, double share) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s (%s comes to %.0f %% of it)", ceiling, row, 100 * share);
    }
  }

  /** What to say of results with shares that are not possible; nothing if there are none. */
  public static Optional<String> warning(Results results) {
    List<Beyond> beyond =
        results.all().stream()
            .flatMap(result -> beyond(result, results).stream())
            .sorted(Comparator.comparingDouble(Beyond::share).reversed())
            .toList();
    if (beyond.isEmpty()) {
      return Optional.empty();
    }
    Map<Row, Beyond> farthest = new LinkedHashMap<>();
    beyond.forEach(one -> farthest.putIfAbsent(one.ceiling(), one));
    return Optional.of(
        "Something slowed ceilings down while they were measured: %s. The shares of this run cannot"
                .formatted(
                    farthest.values().stream()
                        .map(Beyond::toString)
                        .collect(Collectors.joining(", ")))
            + " be trusted; run it again.");
  }

  private static Optional<Beyond> beyond(Result result, Results results) {
    return Roofline.of(result, results)
        .filter(roofline -> roofline.share() > MOST_SHARE)
        .map(
            roofline ->
                new Beyond(
                    roofline.limit() == Roofline.Limit.BYTES
                        ? Roofline.ceilingOfBytes(result.row())
                        : Roofline.ceilingOfFlops(result.row()),
                    result.row(),
                    roofline.share()));
  }
}
