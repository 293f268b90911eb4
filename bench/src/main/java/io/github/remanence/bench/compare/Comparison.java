package io.github.remanence.bench.compare;

import io.github.remanence.bench.CeilingBenchmark;
import io.github.remanence.bench.NumPyBenchmark;
import io.github.remanence.bench.PeerBenchmark;
import io.github.remanence.bench.compare.Difference.Verdict;
import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two builds, row by row: the ratio of their times with its interval, and whether one is slower.
 *
 * <p>One number a fork, see {@link LogRatio}; probabilities are adjusted by Holm's correction, over
 * all rows for slower ones and over all for faster ones. A row is slower if the adjusted
 * probability that it is slower by no more than the tolerance is below 5 %.
 *
 * <p>What is compared is processor time where both have it and the row has one thread: other
 * programs that want the processors then do not count. With several threads, or without that
 * number, it is JMH's own time.
 *
 * <p>Ceilings and loops in other languages are no part of a build: they are not judged. Where both
 * have the ceiling of a row's size and threads its ratio tells how much the machine itself has
 * changed.
 *
 * @param differences of rows that both have
 * @param machine the same of the ceilings, as context; their verdicts are none of a build
 * @param onlyOld rows that only the old results have
 * @param onlyNew rows that only the new results have
 * @param tolerance the part by which a row may be slower
 * @param paired whether the forks of both alternate
 */
public record Comparison(
    List<Difference> differences,
    List<Difference> machine,
    List<Row> onlyOld,
    List<Row> onlyNew,
    double tolerance,
    boolean paired) {

  /** The chance of any false alarm. */
  public static final double LEVEL = 0.05;

  /** The fewest forks of which a spread can be told. */
  public static final int FEWEST_FORKS = 2;

  /** Copies the lists. */
  public Comparison {
    differences = List.copyOf(differences);
    machine = List.copyOf(machine);
    onlyOld = List.copyOf(onlyOld);
    onlyNew = List.copyOf(onlyNew);
  }

  /**
   * Compares.
   *
   * @param tolerance such as 0.02
   * @param paired whether fork i of the one ran right beside fork i of the other
   * @throws IllegalArgumentException if they have no row in common, or a row has one fork only
   */
  public static Comparison of(
      Results oldResults, Results newResults, double tolerance, boolean paired) {
    List<Result> judged = new ArrayList<>();
    List<Result> context = new ArrayList<>();
    List<Row> onlyNew = new ArrayList<>();
    for (Result result : newResults.all()) {
      if (isPeer(result.row())) {
        continue;
      }
      if (oldResults.of(result.row()).isEmpty()) {
        onlyNew.add(result.row());
      } else {
        (isCeiling(result.row()) ? context : judged).add(result);
      }
    }
    if (judged.isEmpty()) {
      throw new IllegalArgumentException(
          "the two have no row in common: a row is the same with the same benchmark and the same"
              + " parameters");
    }
    List<Row> onlyOld =
        oldResults.all().stream()
            .map(Result::row)
            .filter(row -> !isPeer(row) && newResults.of(row).isEmpty())
            .toList();
    return new Comparison(
        differences(judged, oldResults, tolerance, paired),
        differences(context, oldResults, tolerance, paired),
        onlyOld,
        onlyNew,
        tolerance,
        paired);
  }

  private static boolean isCeiling(Row row) {
    return row.benchmark().startsWith(CeilingBenchmark.class.getName() + ".");
  }

  private static boolean isPeer(Row row) {
    return Stream.of(PeerBenchmark.class, NumPyBenchmark.class)
        .anyMatch(type -> row.benchmark().startsWith(type.getName() + "."));
  }

  private static List<Difference> differences(
      List<Result> results, Results oldResults, double tolerance, boolean paired) {
    List<LogRatio> ratios = new ArrayList<>();
    for (Result result : results) {
      Result older = oldResults.of(result.row()).orElseThrow();
      ratios.add(ratio(times(older, result), times(result, older), paired));
    }
    double bound = Math.log1p(tolerance);
    double[] slower = ratios.stream().mapToDouble(ratio -> ratio.above(bound)).toArray();
    double[] faster = ratios.stream().mapToDouble(ratio -> ratio.inverse().above(bound)).toArray();
    double[] slowerOfAll = Holm.adjust(slower);
    double[] fasterOfAll = Holm.adjust(faster);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      LogRatio ratio = ratios.get(i);
      differences.add(
          new Difference(
              result.row(),
              haveProcessorTimes(result, oldResults.of(result.row()).orElseThrow()),
              oldResults.of(result.row()).orElseThrow().forks().size(),
              result.forks().size(),
              Math.exp(ratio.estimate()),
              Math.exp(ratio.estimate() - ratio.margin()),
              Math.exp(ratio.estimate() + ratio.margin()),
              slowerOfAll[i],
              fasterOfAll[i],
              verdict(slowerOfAll[i], fasterOfAll[i])));
    }
    return differences;
  }

  private static Verdict verdict(double slower, double faster) {
    if (slower < LEVEL) {
      return Verdict.SLOWER;
    }
    return faster < LEVEL ? Verdict.FASTER : Verdict.NO_DIFFERENCE;
  }

  private static boolean haveProcessorTimes(Result one, Result other) {
    return one.processorTimes().isPresent() && other.processorTimes().isPresent();
  }

  /** Logarithms of times that the other result has as well. */
  private static double[] times(Result result, Result other) {
    return haveProcessorTimes(result, other)
        ? logs(result.row(), result.processorTimes().orElseThrow(), 1)
        : logs(result.row(), result.forkMedians(), result.throughput() ? -1 : 1);
  }

  private static LogRatio ratio(double[] oldLogs, double[] newLogs, boolean paired) {
    if (!paired) {
      return LogRatio.independent(oldLogs, newLogs);
    }
    int pairs = Math.min(oldLogs.length, newLogs.length);
    return LogRatio.paired(Arrays.copyOf(oldLogs, pairs), Arrays.copyOf(newLogs, pairs));
  }

  /**
   * Logarithms of times.
   *
   * @param sign -1 turns numbers round that are larger for the faster
   */
  private static double[] logs(Row row, double[] medians, int sign) {
    if (medians.length < FEWEST_FORKS) {
      throw new IllegalArgumentException(
          "%s has %d fork; at least %d are needed to tell a difference from noise, and 5 or more to"
                  .formatted(row, medians.length, FEWEST_FORKS)
              + " find a small one: measure with more rounds, or JMH's -f 5");
    }
    double[] logs = Arrays.stream(medians).map(value -> sign * Math.log(value)).toArray();
    if (Arrays.stream(logs).anyMatch(value -> !Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s has a time that is no positive number: %s".formatted(row, Arrays.toString(medians)));
    }
    return logs;
  }

  /** Rows that have become slower. */
  public List<Difference> regressions() {
    return differences.stream().filter(d -> d.verdict() == Verdict.SLOWER).toList();
  }

  /** How much longer the machine's own ceilings took, the middle of them. */
  public Optional<Double> machineRatio() {
    double[] ratios = machine.stream().mapToDouble(Difference::ratio).sorted().toArray();
    return ratios.length == 0 ? Optional.empty() : Optional.of(ratios[ratios.length / 2]);
  }
}
