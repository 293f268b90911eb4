package io.github.remanence.bench;

import io.github.remanence.kernel.Crossbar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows and columns of a crossbar, written {@code 1024} if they are as many and {@code 1000x1003}.
 */
record Shape(long rows, long cols) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(?:x(\\d{1,9}))?");

  static Shape parse(String size) {
    Matcher written = WRITTEN.matcher(size);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "a size is written 1024 or 1000x1003, was '%s'".formatted(size));
    }
    long rows = Long.parseLong(written.group(1));
    return new Shape(rows, written.group(2) == null ? rows : Long.parseLong(written.group(2)));
  }

  static Shape of(Crossbar crossbar) {
    return new Shape(crossbar.rows(), crossbar.cols());
  }

  long devices() {
    return rows * cols;
  }
}
