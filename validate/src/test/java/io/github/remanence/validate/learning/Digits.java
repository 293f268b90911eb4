package io.github.remanence.validate.learning;

import io.github.remanence.validate.learning.data.DataSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Real digits: 300 to learn from and 200 to test, the first ones of MNIST. */
public final class Digits {

  private Digits() {}

  /** The folder with the four files, compressed. */
  public static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(Digits.class.getResource("digits")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is in them. */
  public static DataSet read() {
    try {
      return DataSet.read(folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
