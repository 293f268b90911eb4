package io.github.remanence.fit.curves;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A file of curves cannot be read; the message names every row that is wrong, up to a number. */
public final class BadCurvesException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private static final int MOST_NAMED = 20;

  BadCurvesException(String problem) {
    this(List.of(problem));
  }

  BadCurvesException(List<String> problems) {
    super(message(problems));
  }

  private static String message(List<String> problems) {
    String named = problems.stream().limit(MOST_NAMED).collect(Collectors.joining("\n  "));
    if (problems.size() == 1) {
      return named;
    }
    int more = problems.size() - MOST_NAMED;
    return "%d rows are wrong:%n  %s%s"
        .formatted(problems.size(), named, more > 0 ? "\n  and " + more + " more" : "");
  }
}
