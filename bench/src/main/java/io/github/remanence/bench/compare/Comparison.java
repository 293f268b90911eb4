package io.github.remanence.bench.compare;

import io.github.remanence.bench.CeilingBenchmark;
import io.github.remanence.bench.NumPyBenchmark;
import io.github.remanence.bench.PeerBenchmark;
import io.github.remanence.bench.compare.Difference.Verdict;
import io.github.remanence.bench.study.CeilingCheck;
import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Row;
import java.util.ArrayList;
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
 * <p>Each row also tells the smallest slowdown that its spread would have let be found, see {@link
 * Power}: "no difference shown" says little of a row in which none could have been.
 *
 * <p>Ceilings and loops in other languages are no part of a build: they are not judged. Where both
 * have the ceiling of a row's size and threads its ratio tells how much the machine itself has
 * changed.
 *
 * @param differences of rows that both have
 * @param machine the same of the ceilings, as context; their verdicts are none of a build
 * @param onlyOld rows that only the old results have
 * @param onlyNew rows that only the new results have
 * @param oldWarning what is wrong with the ceilings of the old results, if anything
 * @param newWarning the same of the new ones
 * @param tolerance the part by which a row may be slower
 * @param paired whether the forks of both alternate
 */
public record Comparison(
    List<Difference> differences,
    List<Difference> machine,
    List<Row> onlyOld,
    List<Row> onlyNew,
    Optional<String> oldWarning,
    Optional<String> newWarning,
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
    return new Comparison(
        differences(judged(oldResults, newResults), oldResults, tolerance, paired),
        differences(ceilings(oldResults, newResults), oldResults, tolerance, paired),
        onlyIn(oldResults, newResults),
        onlyIn(newResults, oldResults),
        CeilingCheck.warning(oldResults),
        CeilingCheck.warning(newResults),
        tolerance,
        paired);
  }

  /**
   * New results of the rows that are judged: both builds have them, and they are part of a build.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<Result> judged(Results oldResults, Results newResults) {
    List<Result> judged =
        inBoth(oldResults, newResults).filter(result -> !isCeiling(result.row())).toList();
    if (judged.isEmpty()) {
      throw new IllegalArgumentException(
          "the two have no row in common: a row is the same with the same benchmark and the same"
              + " parameters");
    }
    return judged;
  }

  private static List<Result> ceilings(Results oldResults, Results newResults) {
    return inBoth(oldResults, newResults).filter(result -> isCeiling(result.row())).toList();
  }

  private static Stream<Result> inBoth(Results oldResults, Results newResults) {
    return newResults.all().stream()
        .filter(result -> !isPeer(result.row()) && oldResults.of(result.row()).isPresent());
  }

  private static List<Row> onlyIn(Results one, Results other) {
    return one.all().stream()
        .map(Result::row)
        .filter(row -> !isPeer(row) && other.of(row).isEmpty())
        .toList();
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
      ratios.add(Times.ratio(oldResults.of(result.row()).orElseThrow(), result, paired));
    }
    double bound = Math.log1p(tolerance);
    double[] slower = ratios.stream().mapToDouble(ratio -> ratio.above(bound)).toArray();
    double[] faster = ratios.stream().mapToDouble(ratio -> ratio.inverse().above(bound)).toArray();
    double[] slowerOfAll = Holm.adjust(slower);
    double[] fasterOfAll = Holm.adjust(faster);
    Power power = Power.of(tolerance, results.size());
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      Result older = oldResults.of(result.row()).orElseThrow();
      LogRatio ratio = ratios.get(i);
      double finds = power.finds(ratio);
      differences.add(
          new Difference(
              result.row(),
              Times.areOfProcessor(result, older),
              older.forks().size(),
              result.forks().size(),
              Math.exp(ratio.estimate()),
              Math.exp(ratio.estimate() - ratio.margin()),
              Math.exp(ratio.estimate() + ratio.margin()),
              slowerOfAll[i],
              fasterOfAll[i],
              finds,
              verdict(slowerOfAll[i], fasterOfAll[i], finds > slowdownToFind(tolerance))));
    }
    return differences;
  }

  private static Verdict verdict(double slower, double faster, boolean blind) {
    if (slower < LEVEL) {
      return Verdict.SLOWER;
    }
    if (faster < LEVEL) {
      return Verdict.FASTER;
    }
    return blind ? Verdict.TOO_NOISY : Verdict.NO_DIFFERENCE;
  }

  /**
   * The slowdown that every row shall let be found, as a ratio: 10 %, or 8 % beyond a tolerance
   * where that is more.
   */
  public static double slowdownToFind(double tolerance) {
    return Math.max(1.10, 1.08 + tolerance);
  }

  /** Rows of which nothing was shown, and in which that slowdown would not have been found. */
  public List<Difference> tooNoisy() {
    return differences.stream().filter(d -> d.verdict() == Verdict.TOO_NOISY).toList();
  }

  /** Rows that have become slower. */
  public List<Difference> regressions() {
    return differences.stream().filter(d -> d.verdict() == Verdict.SLOWER).toList();
  }

  /** What is wrong with the ceilings of either, each with its name before it. */
  public List<String> warnings(String oldName, String newName) {
    return Stream.concat(
            oldWarning.map(text -> oldName + ": " + text).stream(),
            newWarning.map(text -> newName + ": " + text).stream())
        .toList();
  }

  /** How much longer the machine's own ceilings took, the middle of them. */
  public Optional<Double> machineRatio() {
    double[] ratios = machine.stream().mapToDouble(Difference::ratio).sorted().toArray();
    return ratios.length == 0 ? Optional.empty() : Optional.of(ratios[ratios.length / 2]);
  }
}
