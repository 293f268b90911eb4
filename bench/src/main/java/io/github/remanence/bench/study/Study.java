package io.github.remanence.bench.study;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rounds of rows, one fork each: a machine that is slow for a while meets one fork of every row and
 * not all forks of one. With two builds both have their fork of a row one right after the other,
 * and who is first changes from round to round. After the rounds of the preset come further ones,
 * of those rows only of which the rule has not enough.
 *
 * @param preset what to measure
 * @param builds one, or two to compare
 * @param profilers JMH's, such as {@code gc} or {@code async:output=flamegraph}
 * @param rule when a row has enough forks
 */
public record Study(Preset preset, List<Build> builds, List<String> profilers, StoppingRule rule) {

  /** Copies the lists. */
  public Study {
    builds = List.copyOf(builds);
    profilers = List.copyOf(profilers);
  }

  /** The rounds of the preset and no more. */
  public Study(Preset preset, List<Build> builds, List<String> profilers) {
    this(preset, builds, profilers, StoppingRule.AFTER_ROUNDS);
  }

  /**
   * How far a study is.
   *
   * @param done forks that have ended
   * @param total forks in all, as far as is known: a rule may ask for more
   * @param round which one this is, from 1
   * @param row what the last fork measured
   * @param fork what came of it
   * @param results all so far, of each build
   */
  public record Step(int done, int total, int round, Row row, Fork fork, List<Results> results) {}

  /** Forks in all, without those that the rule asks for. */
  public int forks() {
    return preset.rounds() * preset.rows().size() * builds.size();
  }

  /**
   * Measures. What fails in a build is left out in later rounds, of both builds.
   *
   * @param listener told after each fork; results grow on
   * @return what was measured, of each build
   */
  public List<Results> run(Consumer<Step> listener) {
    List<Results> results = builds.stream().map(build -> new Results()).toList();
    Set<Row> failed = new HashSet<>();
    int done = 0;
    for (int round = 0; ; round++) {
      Map<Row, Integer> left = left(round, failed, results);
      if (left.isEmpty()) {
        return results;
      }
      int total = done + builds.size() * left.values().stream().mapToInt(forks -> forks).sum();
      for (Row row : left.keySet()) {
        for (int turn = 0; turn < builds.size(); turn++) {
          int build = (round + turn) % builds.size();
          done++;
          if (failed.contains(row)) {
            continue;
          }
          Fork fork = builds.get(build).measure(row, preset.timing(), profilers);
          fork.result().ifPresentOrElse(results.get(build)::add, () -> failed.add(row));
          listener.accept(new Step(done, total, round + 1, row, fork, results));
        }
      }
    }
  }

  /** How many forks of each build are still to come, of every row that has any, in their order. */
  private Map<Row, Integer> left(int round, Set<Row> failed, List<Results> results) {
    List<Row> rows = preset.rows().stream().filter(row -> !failed.contains(row)).toList();
    boolean further = round >= preset.rounds() && !rows.isEmpty();
    Map<Row, Integer> wanted = further ? rule.forks(results) : Map.of();
    Map<Row, Integer> left = new LinkedHashMap<>();
    for (Row row : rows) {
      int more = wanted.getOrDefault(row, preset.rounds()) - round;
      if (more > 0) {
        left.put(row, more);
      }
    }
    return left;
  }
}
