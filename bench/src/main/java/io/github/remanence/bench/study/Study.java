package io.github.remanence.bench.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rounds of rows, one fork each: a machine that is slow for a while meets one fork of every row and
 * not all forks of one. With two builds both have their fork of a row one right after the other,
 * and who is first changes from round to round.
 *
 * @param preset what to measure
 * @param builds one, or two to compare
 * @param profilers JMH's, such as {@code gc} or {@code async:output=flamegraph}
 */
public record Study(Preset preset, List<Build> builds, List<String> profilers) {

  /** Copies the lists. */
  public Study {
    builds = List.copyOf(builds);
    profilers = List.copyOf(profilers);
  }

  /**
   * How far a study is.
   *
   * @param done forks that have ended
   * @param total forks in all
   * @param round which one this is, from 1
   * @param row what the last fork measured
   * @param fork what came of it
   * @param results all so far, of each build
   */
  public record Step(int done, int total, int round, Row row, Fork fork, List<Results> results) {}

  /** Forks in all. */
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
    for (int round = 0; round < preset.rounds(); round++) {
      for (Row row : preset.rows()) {
        for (int turn = 0; turn < builds.size(); turn++) {
          int build = (round + turn) % builds.size();
          done++;
          if (failed.contains(row)) {
            continue;
          }
          Fork fork = builds.get(build).measure(row, preset.timing(), profilers);
          fork.result().ifPresentOrElse(results.get(build)::add, () -> failed.add(row));
          listener.accept(new Step(done, forks(), round + 1, row, fork, results));
        }
      }
    }
    return results;
  }
}
