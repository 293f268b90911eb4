package io.github.remanence.bench.compare;

import io.github.remanence.bench.study.Results;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results as JMH writes them, with the few fields that are looked at. */
public final class JmhJson {

  public static final String UNIFORM = "io.github.remanence.bench.UniformUpdateBenchmark.update";
  public static final String INT8 = "io.github.remanence.bench.PerDeviceUpdateBenchmark.update";
  public static final String SCALE = "io.github.remanence.bench.CeilingBenchmark.scale";
  public static final String FMA = "io.github.remanence.bench.CeilingBenchmark.fma";
  public static final String LOOP = "io.github.remanence.bench.PeerBenchmark.update";

  private final List<String> elements = new ArrayList<>();

  /** A row with forks of a time each. */
  public JmhJson time(String benchmark, Map<String, String> params, double... forks) {
    return add(benchmark, "avgt", params, forks, Map.of());
  }

  /** A row with forks and other numbers. */
  public JmhJson time(
      String benchmark, Map<String, String> params, double[] forks, Map<String, double[]> others) {
    return add(benchmark, "avgt", params, forks, others);
  }

  /** A row whose numbers are larger for the faster. */
  public JmhJson throughput(String benchmark, Map<String, String> params, double... forks) {
    return add(benchmark, "thrpt", params, forks, Map.of());
  }

  /** A row whose numbers are larger for the faster, and other numbers. */
  public JmhJson throughput(
      String benchmark, Map<String, String> params, double[] forks, Map<String, double[]> others) {
    return add(benchmark, "thrpt", params, forks, others);
  }

  private JmhJson add(
      String benchmark,
      String mode,
      Map<String, String> params,
      double[] forks,
      Map<String, double[]> others) {
    String written =
        params.entrySet().stream()
            .map(param -> "\"%s\": \"%s\"".formatted(param.getKey(), param.getValue()))
            .collect(Collectors.joining(", "));
    String secondary =
        others.entrySet().stream()
            .map(other -> "\"%s\": %s".formatted(other.getKey(), metric(other.getValue())))
            .collect(Collectors.joining(", "));
    elements.add(
        """
        {"benchmark": "%s", "mode": "%s", "forks": %d, "params": {%s},
         "primaryMetric": %s, "secondaryMetrics": {%s}}\
        """
            .formatted(benchmark, mode, forks.length, written, metric(forks), secondary));
    return this;
  }

  private static String metric(double[] forks) {
    return "{\"score\": 0, \"rawData\": [%s]}"
        .formatted(
            Arrays.stream(forks)
                .mapToObj(
                    value -> Double.isFinite(value) ? "[" + value + "]" : "[\"" + value + "\"]")
                .collect(Collectors.joining(", ")));
  }

  /** As a file has it. */
  public String text() {
    return "[" + String.join(",\n", elements) + "]";
  }

  /** As it is read. */
  public Results results() {
    return Results.parse(text());
  }
}
