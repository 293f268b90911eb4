package io.github.remanence.cli.npy;

import java.io.IOException;
import java.io.Serial;

/**
 * A file that is no {@code .npy} file, or one that cannot be used here; the message says why and
 * what to do.
 */
public final class NpyException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  NpyException(String message) {
    super(message);
  }
}
