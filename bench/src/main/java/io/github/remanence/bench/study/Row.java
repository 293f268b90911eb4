package io.github.remanence.bench.study;

import io.github.remanence.kernel.Backend;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A benchmark with a value for each of its parameters: what a row of a table of results is about.
 *
 * @param benchmark class and method, as JMH names it
 * @param params by name
 */
public record Row(String benchmark, SortedMap<String, String> params) implements Comparable<Row> {

  /** Copies the parameters. */
  public Row {
    params = new TreeMap<>(params);
  }

  static Row of(Class<?> type, String method, Map<String, String> params) {
    return new Row(type.getName() + "." + method, new TreeMap<>(params));
  }

  /** Whether a GPU computes it. */
  public boolean isOnGpu() {
    return Backend.GPU.toString().equals(params.get("backend"));
  }

  /** The pattern that finds this benchmark and no other. */
  String pattern() {
    return "^" + Pattern.quote(benchmark) + "$";
  }

  /** Class and method without the package. */
  public String shortName() {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }

  /** Such as {@code CeilingBenchmark.scale size=256 threads=1}. */
  @Override
  public String toString() {
    return params.isEmpty()
        ? shortName()
        : shortName()
            + params.entrySet().stream()
                .map(param -> " " + param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining());
  }

  @Override
  public int compareTo(Row other) {
    return toString().compareTo(other.toString());
  }
}
