package io.github.remanence.bench.compare;

import io.github.remanence.bench.study.Build;
import io.github.remanence.bench.study.Fork;
import io.github.remanence.bench.study.Preset;
import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Row;
import io.github.remanence.bench.study.StoppingRule;
import io.github.remanence.bench.study.Study;
import io.github.remanence.bench.study.Timing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A build beside itself, as it was recorded: forks of the one and of the other, pair by pair. Both
 * are the same build, so each of a pair may be called the old one.
 *
 * @param pairs processor times of the one and of the other, for each row
 */
record RecordedPairs(Map<Row, List<double[]>> pairs) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Reads {@code NAME-a.json} and {@code NAME-b.json}. */
  static RecordedPairs read(String name) {
    Results other = results(name + "-b.json");
    Map<Row, List<double[]>> pairs = new TreeMap<>();
    for (Result one : results(name + "-a.json").all()) {
      double[] a = one.processorTimes().orElseThrow();
      double[] b = other.of(one.row()).orElseThrow().processorTimes().orElseThrow();
      pairs.put(
          one.row(),
          IntStream.range(0, a.length).mapToObj(i -> new double[] {a[i], b[i]}).toList());
    }
    return new RecordedPairs(pairs);
  }

  private static Results results(String file) {
    try (var in = RecordedPairs.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return Results.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<Row> rows() {
    return List.copyOf(pairs.keySet());
  }

  /** What a study of both builds measures, with its own rule of when to stop. */
  Trial byTurns(int rounds, StoppingRule rule, Random random) {
    Preset preset = new Preset(rows(), Timing.SHORT, rounds);
    List<Results> results = new Study(preset, builds(random), List.of(), rule).run(step -> {});
    return new Trial(results.getFirst(), results.getLast(), true);
  }

  /** Two builds of which each measures its part of a pair that is drawn with replacement. */
  private List<Build> builds(Random random) {
    Draws draws = new Draws(random);
    return List.of(
        (row, timing, profilers) -> draws.fork(row, 0),
        (row, timing, profilers) -> draws.fork(row, 1));
  }

  private final class Draws {
    private final Random random;
    private double[] pair = {};

    Draws(Random random) {
      this.random = random;
    }

    /** A study asks for both forks of a pair one right after the other: the first call draws. */
    Fork fork(Row row, int build) {
      double time;
      if (pair.length == 0) {
        pair = draw(row);
        time = pair[build];
      } else {
        time = pair[build];
        pair = new double[0];
      }
      return new Fork(Optional.of(element(row, time)), "");
    }

    private double[] draw(Row row) {
      List<double[]> recorded = Objects.requireNonNull(pairs.get(row));
      double[] drawn = recorded.get(random.nextInt(recorded.size()));
      return random.nextBoolean() ? drawn : new double[] {drawn[1], drawn[0]};
    }
  }

  private static ObjectNode element(Row row, double time) {
    String array = new JmhJson().time(row.benchmark(), row.params(), time).text();
    return (ObjectNode) MAPPER.readTree(array).get(0);
  }

  /** Two runs that have nothing to do with each other: half of the forks each, drawn anew. */
  Trial twoRuns(Random random) {
    JmhJson older = new JmhJson();
    JmhJson newer = new JmhJson();
    pairs.forEach(
        (row, recorded) -> {
          List<double[]> drawn = new ArrayList<>(recorded);
          Collections.shuffle(drawn, random);
          int half = drawn.size() / 2;
          add(older, row, drawn.subList(0, half), 0);
          add(newer, row, drawn.subList(half, drawn.size()), 1);
        });
    return new Trial(older.results(), newer.results(), false);
  }

  private static void add(JmhJson json, Row row, List<double[]> drawn, int build) {
    double[] times = drawn.stream().mapToDouble(pair -> pair[build]).toArray();
    json.time(row.benchmark(), row.params(), times);
  }
}
