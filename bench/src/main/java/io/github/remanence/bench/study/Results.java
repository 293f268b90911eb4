package io.github.remanence.bench.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.util.ListStatistics;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results of benchmarks as JMH writes them: an array with an element for each row, in whose {@code
 * rawData} every fork is a list of iterations. What is added to a row that is there becomes its
 * next fork; score, error, interval and percentiles are computed anew where they are written, as
 * JMH does.
 */
public final class Results {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** JMH's own for the error of a score. */
  private static final double CONFIDENCE = 0.999;

  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  private final Map<Row, ObjectNode> byRow = new TreeMap<>();

  /** Rows whose summary is that of fewer forks than they have. */
  private final Set<Row> grown = new HashSet<>();

  /** None yet. */
  public Results() {}

  /**
   * Reads what {@link #json} or JMH itself has written.
   *
   * @throws IllegalArgumentException if it is no result of JMH's
   */
  public static Results parse(String json) {
    JsonNode array;
    try {
      array = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "it is not JSON: %s; expected what JMH writes with -rf json"
              .formatted(e.getOriginalMessage()),
          e);
    }
    if (!array.isArray() || array.isEmpty()) {
      throw new IllegalArgumentException(
          "it has no results; expected what JMH writes with -rf json, an array of benchmarks");
    }
    Results results = new Results();
    for (JsonNode element : array) {
      results.add(requireResult(element));
    }
    return results;
  }

  private static ObjectNode requireResult(JsonNode element) {
    if (element instanceof ObjectNode result
        && result.path("benchmark").isString()
        && result.path("primaryMetric").path("rawData").isArray()) {
      return result;
    }
    throw new IllegalArgumentException(
        "an element is no result: expected what JMH writes with -rf json, with 'benchmark' and"
            + " 'primaryMetric.rawData' in each");
  }

  /** The row that an element of JMH's JSON is about. */
  static Row row(ObjectNode element) {
    TreeMap<String, String> params = new TreeMap<>();
    element.path("params").forEachEntry((name, value) -> params.put(name, value.asString()));
    return new Row(element.path("benchmark").asString(), params);
  }

  /** Adds one element of JMH's JSON: a row, or more forks of a row that is there. */
  void add(ObjectNode element) {
    Row row = row(element);
    if (byRow.containsKey(row)) {
      grown.add(row);
    }
    byRow.merge(row, element.deepCopy(), Results::joined);
  }

  private static ObjectNode joined(ObjectNode all, ObjectNode more) {
    all.put("forks", all.path("forks").asInt() + more.path("forks").asInt());
    join(all.path("primaryMetric"), more.path("primaryMetric"));
    all.path("secondaryMetrics")
        .forEachEntry((name, metric) -> join(metric, more.path("secondaryMetrics").path(name)));
    return all;
  }

  private static void join(JsonNode metric, JsonNode more) {
    if (metric.path("rawData") instanceof ArrayNode forks
        && more.path("rawData") instanceof ArrayNode next) {
      forks.addAll(next);
    }
  }

  private static void summarise(ObjectNode element) {
    summariseMetric(element.path("primaryMetric"));
    element.path("secondaryMetrics").forEach(Results::summariseMetric);
  }

  private static void summariseMetric(JsonNode metric) {
    if (metric instanceof ObjectNode all && metric.path("rawData") instanceof ArrayNode forks) {
      summarise(all, forks);
    }
  }

  private static void summarise(ObjectNode metric, ArrayNode forks) {
    ListStatistics statistics = new ListStatistics();
    forks.forEach(fork -> fork.forEach(value -> statistics.addValue(number(value))));
    metric.put("score", statistics.getMean());
    metric.put("scoreError", statistics.getMeanErrorAt(CONFIDENCE));
    ArrayNode interval = metric.putArray("scoreConfidence");
    for (double end : statistics.getConfidenceIntervalAt(CONFIDENCE)) {
      interval.add(end);
    }
    ObjectNode percentiles = metric.putObject("scorePercentiles");
    for (double percent : PERCENTILES) {
      percentiles.put(String.valueOf(percent), statistics.getPercentile(percent));
    }
  }

  /** JMH writes what is not finite as a word. */
  private static double number(JsonNode value) {
    return value.isString() ? Double.parseDouble(value.asString()) : value.asDouble();
  }

  /** What is known of each row, in the order of their names. */
  public List<Result> all() {
    List<Result> results = new ArrayList<>();
    byRow.forEach((row, element) -> results.add(result(row, element)));
    return results;
  }

  /** What is known of a row. */
  public Optional<Result> of(Row row) {
    return Optional.ofNullable(byRow.get(row)).map(element -> result(row, element));
  }

  /** What one element of JMH's JSON says. */
  public static Result result(ObjectNode element) {
    return result(row(element), element);
  }

  private static Result result(Row row, ObjectNode element) {
    Map<String, List<double[]>> secondary = new TreeMap<>();
    element
        .path("secondaryMetrics")
        .forEachEntry((name, metric) -> secondary.put(name, forks(metric)));
    return new Result(
        row,
        element.path("mode").asString().equals("thrpt"),
        forks(element.path("primaryMetric")),
        secondary);
  }

  private static List<double[]> forks(JsonNode metric) {
    List<double[]> forks = new ArrayList<>();
    for (JsonNode fork : metric.path("rawData")) {
      forks.add(fork.valueStream().mapToDouble(Results::number).toArray());
    }
    return forks;
  }

  /** JMH's JSON, what is not finite as a word. */
  public String json() {
    grown.forEach(row -> summarise(Objects.requireNonNull(byRow.get(row))));
    grown.clear();
    ArrayNode array = MAPPER.createArrayNode();
    byRow.values().forEach(array::add);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n";
  }
}
