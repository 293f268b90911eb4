package io.github.remanence.bench.study;

import io.github.remanence.kernel.Backend;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in the space of all measurements a form is measured.
 *
 * @param backend by its one spelling
 * @param size rows and columns, such as 256 or 1000x1003
 * @param field the reduced field h
 * @param threads that share an update
 */
public record Place(String backend, String size, String field, int threads) {

  private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,8}(?:x[1-9]\\d{0,8})?");
  private static final Pattern FIELD = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  /**
   * Checks what JMH would only find in each fork.
   *
   * @throws IllegalArgumentException if a value is none that the benchmarks take
   */
  public Place {
    List<String> backends = Arrays.stream(Backend.values()).map(Backend::toString).toList();
    if (!backends.contains(backend)) {
      throw new IllegalArgumentException(
          "a backend is one of %s, was '%s'".formatted(backends, backend));
    }
    if (!SIZE.matcher(size).matches()) {
      throw new IllegalArgumentException(
          "a size is written 1024 or 1000x1003, was '%s'".formatted(size));
    }
    if (!FIELD.matcher(field).matches()) {
      throw new IllegalArgumentException(
          "a field is a number such as 0.5, was '%s'".formatted(field));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread is needed, was " + threads);
    }
  }

  Place onThreads(int other) {
    return new Place(backend, size, field, other);
  }

  Place ofSize(String other) {
    return new Place(backend, other, field, threads);
  }

  Place inField(String other) {
    return new Place(backend, size, other, threads);
  }
}
