package io.github.remanence.cli.bench;

import io.github.remanence.bench.study.Scaling;
import io.github.remanence.bench.study.UpdateForm;
import io.github.remanence.cli.bench.ScalingReport.Chart;
import io.github.remanence.cli.bench.ScalingReport.Line;
import io.github.remanence.cli.bench.ScalingReport.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scaling as charts and tables. */
public final class ScalingReports {

  private static final double NETWORK = 1e9;
  private static final List<Integer> MACHINES = List.of(1, 8, 64);
  private static final double MIB = 1 << 20;

  private ScalingReports() {}

  /** What was found. */
  public static ScalingReport of(Scaling scaling) {
    List<Chart> charts = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    addThreads(scaling, charts, tables);
    addSizes(scaling, charts, tables);
    tables.add(expected(scaling));
    return new ScalingReport(charts, tables, notes(scaling));
  }

  private static void addThreads(Scaling scaling, List<Chart> charts, List<Table> tables) {
    List<Line> speedups = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    List<Double> threads = List.of();
    for (UpdateForm form : Scaling.FORMS) {
      List<Scaling.Threads> found = scaling.threads(form);
      if (found.isEmpty()) {
        continue;
      }
      Scaling.Threads one = found.getFirst();
      threads = found.stream().map(t -> (double) t.threads()).toList();
      speedups.add(
          new Line(
              form + ", strong",
              false,
              found.stream().map(t -> one.strong() / t.strong()).toList()));
      speedups.add(
          new Line(
              form + ", weak", false, found.stream().map(t -> one.weak() / t.weak()).toList()));
      for (Scaling.Threads t : found) {
        rows.add(
            List.of(
                form.toString(),
                t.threads(),
                t.strong(),
                one.strong() / t.strong(),
                t.weak(),
                one.weak() / t.weak()));
      }
    }
    if (!speedups.isEmpty()) {
      speedups.add(new Line("ideal", true, threads));
      charts.add(
          new Chart(
              "Threads",
              "devices a second over those of one thread",
              "threads",
              "times as fast",
              threads,
              false,
              false,
              speedups));
      tables.add(
          new Table(
              "Over threads: strong with 4096 x 4096 devices, weak with as many for each thread",
              List.of(
                  "form",
                  "threads",
                  "strong, ns a device",
                  "times as fast",
                  "weak, ns a device",
                  "times as fast"),
              rows));
    }
  }

  private static void addSizes(Scaling scaling, List<Chart> charts, List<Table> tables) {
    List<Scaling.Size> sizes = scaling.sizes();
    List<Double> devices = sizes.stream().map(size -> (double) size.devices()).toList();
    charts.add(
        new Chart(
            "Time over size",
            "ns a device, the same pulses for all, all threads",
            "devices",
            "ns a device",
            devices,
            true,
            true,
            List.of(
                new Line(
                    "uniform", false, sizes.stream().map(Scaling.Size::nsPerDevice).toList()))));
    List<List<Object>> rows = new ArrayList<>();
    for (Scaling.Size size : sizes) {
      rows.add(
          List.of(
              size.devices(),
              size.nsPerDevice(),
              1e-6 * size.devices() * size.nsPerDevice(),
              size.crossbarBytes() / MIB,
              size.peakBytes().map(peak -> (Object) (peak / MIB)).orElse("not told")));
    }
    if (sizes.stream().allMatch(size -> size.peakBytes().isPresent())) {
      charts.add(
          new Chart(
              "Memory over size",
              "MiB, logarithmic",
              "devices",
              "MiB",
              devices,
              true,
              true,
              List.of(
                  new Line(
                      "peak of the process",
                      false,
                      sizes.stream().map(size -> size.peakBytes().orElseThrow() / MIB).toList()),
                  new Line(
                      "crossbar alone",
                      true,
                      sizes.stream().map(size -> size.crossbarBytes() / MIB).toList()))));
    }
    tables.add(
        new Table(
            "Over sizes, all threads",
            List.of("devices", "ns a device", "ms an update", "crossbar, MiB", "peak, MiB"),
            rows));
  }

  private static Table expected(Scaling scaling) {
    List<List<Object>> rows = new ArrayList<>();
    for (Scaling.Expected each : scaling.expected(NETWORK, MACHINES)) {
      rows.add(List.of(each.machines(), each.devices(), 1000 * each.seconds(), each.bytes() / MIB));
    }
    return new Table(
        "Expected, not measured: a network of 10^9 weights on machines like this one",
        List.of("machines", "devices each", "ms an update", "memory each, MiB"),
        rows);
  }

  private static List<String> notes(Scaling scaling) {
    List<String> notes = new ArrayList<>();
    scaling
        .memory()
        .ifPresentOrElse(
            memory ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "Peak memory: %.3f times the crossbar and %.0f MiB, by least squares over"
                            + " the sizes; stated is at most 1.1 times.",
                        memory.factor(),
                        memory.constant() / MIB)),
            () -> notes.add("This system does not tell the peak of a process's memory."));
    notes.add(
        "Model of the expected numbers: each machine has its share of the rows, one device for a"
            + " weight. Devices do not depend on each other, and random numbers depend on a"
            + " device's place alone, so machines exchange nothing in an update; how pulses get"
            + " there is not counted. Time: the devices of one machine at the measured time a"
            + " device, between sizes on a straight line over the logarithm of the size, beyond the"
            + " largest as at the largest. A weight of two devices, a pair, takes twice as much.");
    return notes;
  }
}
