package io.github.remanence.cli.bench;

import io.github.remanence.bench.compare.Comparison;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Scaling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Results that nobody measured, to be shown. */
public final class BenchReports {

  private static final String PACKAGE = "io.github.remanence.bench.";

  private BenchReports() {}

  /** Two forms over sizes, fields and threads, with ceilings and a loop in C++. */
  static Results results(double factor) {
    return results(factor, 0.1);
  }

  private static Results results(double factor, double ceilingNs) {
    return parse(rows(factor, ceilingNs));
  }

  private static Results parse(List<String> rows) {
    return Results.parse("[" + String.join(",", rows) + "]");
  }

  private static List<String> rows(double factor, double ceilingNs) {
    List<String> rows = new ArrayList<>();
    for (int threads : List.of(1, 2)) {
      rows.add(fma(threads));
      for (String size : List.of("256", "4096")) {
        rows.add(
            time("CeilingBenchmark.scale", params("", size, "", threads), ceilingNs / threads, 8));
        for (String field : List.of("0", "0.5", "1")) {
          String place = params("vector", size, field, threads);
          rows.add(time("UniformUpdateBenchmark.update", place, factor * 0.12 / threads, 8));
          rows.add(
              time(
                  "PerDeviceUpdateBenchmark.update",
                  place + ", \"counts\": \"int8\"",
                  0.2 / threads,
                  9));
        }
      }
    }
    String loop =
        "\"loop\": \"int8\", \"compiler\": \"c++\", \"size\": \"256\", \"threads\": \"1\"";
    rows.add(time("PeerBenchmark.update", loop, 0.4, 9));
    return rows;
  }

  /** A study of scaling on two threads. */
  static Scaling scaling() {
    List<String> rows = new ArrayList<>();
    for (String form : List.of("Uniform", "PerDevice")) {
      String counts = form.equals("Uniform") ? "" : ", \"counts\": \"int8\"";
      for (String size : List.of("256", "4096", "8192x4096")) {
        for (int threads : List.of(1, 2)) {
          rows.add(
              time(
                  form + "UpdateBenchmark.update",
                  params("vector", size, "0.5", threads) + counts,
                  0.12 / threads,
                  8));
        }
      }
    }
    return new Scaling("vector", 2, parse(rows));
  }

  private static String params(String backend, String size, String field, int threads) {
    return (backend.isEmpty() ? "" : "\"backend\": \"%s\", ".formatted(backend))
        + (field.isEmpty() ? "" : "\"field\": \"%s\", ".formatted(field))
        + "\"size\": \"%s\", \"threads\": \"%d\"".formatted(size, threads);
  }

  private static String fma(int threads) {
    return """
    {"benchmark": "%sCeilingBenchmark.fma", "mode": "thrpt", "params": {"threads": "%d"},
     "primaryMetric": {"rawData": [[1], [1]]},
     "secondaryMetrics": {"gigaflops": {"rawData": [[100], [100]]}}}\
    """
        .formatted(PACKAGE, threads);
  }

  private static String time(String name, String params, double ns, int bytes) {
    double kilobyte = 1000 * ns / bytes;
    return """
    {"benchmark": "%s", "mode": "avgt", "params": {%s},
     "primaryMetric": {"rawData": [[%s], [%s], [%s]]},
     "secondaryMetrics": {"perDevice": {"rawData": [[%s], [%s]]},
      "perKilobyte": {"rawData": [[%s], [%s]]}, "peakResident": {"rawData": [[1e8]]}}}\
    """
        .formatted(
            PACKAGE + name,
            params,
            ns,
            1.01 * ns,
            0.99 * ns,
            ns,
            1.02 * ns,
            kilobyte,
            1.02 * kilobyte);
  }

  private static BenchReport.Run run(String name, Results results) {
    return BenchReport.run(Path.of(name), new BenchFiles(Path.of(name)), results);
  }

  /** A run in which the scalar backend was measured too, far from every limit. */
  static BenchReport withScalar() {
    List<String> rows = rows(1, 0.1);
    String place = params("scalar", "256", "0.5", 1) + ", \"counts\": \"int8\"";
    rows.add(time("PerDeviceUpdateBenchmark.update", place, 11, 9));
    return BenchReport.of("bench full", "test", List.of(run("full.json", parse(rows))));
  }

  /** A run whose ceilings were sound. */
  public static BenchReport.Run soundRun() {
    return run("new.json", results(1));
  }

  /** A run whose ceilings of bytes were slowed down twentyfold. */
  public static BenchReport.Run disturbedRun() {
    return run("disturbed.json", results(1, 2));
  }

  /** A build beside itself, of which a row is too noisy to show anything. */
  static BenchReport noisy() {
    Results results =
        Results.parse(
            """
            [{"benchmark": "%sUniformUpdateBenchmark.update", "mode": "avgt",
              "params": {%s}, "primaryMetric": {"rawData": [[1], [1.5], [0.7]]}}]\
            """
                .formatted(PACKAGE, params("vector", "256", "0.5", 1)));
    Comparison comparison = Comparison.of(results, results, 0.02, false);
    return BenchReport.of("bench page", "test", List.of(run("new.json", results)))
        .with(BenchReport.Compared.of(comparison, "old.json", "new.json"));
  }

  /** A run with such ceilings, beside a sound one. */
  static BenchReport disturbed() {
    Comparison comparison = Comparison.of(results(1), results(1, 2), 0.02, false);
    return BenchReport.of("bench page", "test", List.of(soundRun(), disturbedRun()))
        .with(BenchReport.Compared.of(comparison, "new.json", "disturbed.json"));
  }

  /** One run. */
  static BenchReport one() {
    return BenchReport.of("bench quick", "test", List.of(soundRun()));
  }

  /** Two runs, of which the second has one form slower, and their comparison. */
  static BenchReport two(String oldName) {
    Comparison comparison = Comparison.of(results(1), results(1.3), 0.02, false);
    return BenchReport.of(
            "bench page", "test", List.of(run(oldName, results(1)), run("new.json", results(1.3))))
        .with(BenchReport.Compared.of(comparison, oldName, "new.json"));
  }

  /** Scaling. */
  static BenchReport scalingReport() {
    return BenchReport.of("bench scaling", "test", List.of(run("new.json", scaling().results())))
        .with(ScalingReports.of(scaling()));
  }
}
