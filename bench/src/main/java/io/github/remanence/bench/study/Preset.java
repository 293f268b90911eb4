package io.github.remanence.bench.study;

import io.github.remanence.bench.CeilingBenchmark;
import io.github.remanence.bench.NumPyBenchmark;
import io.github.remanence.bench.PeerBenchmark;
import io.github.remanence.kernel.Backend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a study measures, and how: its rows, for how long, how often.
 *
 * @param rows each once in every round; ceilings first
 * @param timing of each fork
 * @param rounds how many forks a row gets
 */
public record Preset(List<Row> rows, Timing timing, int rounds) {

  /** In the second-level cache: arithmetic shows. */
  private static final String SMALL = "256";

  /** 64 MiB: memory shows. */
  private static final String LARGE = "4096";

  private static final String BETWEEN = "0.5";

  /** Copies the rows. */
  public Preset {
    rows = List.copyOf(rows);
  }

  /**
   * Minutes: every form in the cache and in memory on one thread, and the plainest two on all, the
   * ceilings of each, and two loops in C++ and in NumPy.
   *
   * @param backend what computes
   * @param cores threads when all are meant
   */
  public static Preset quick(String backend, int cores) {
    Rows rows = new Rows();
    for (String size : List.of(SMALL, LARGE)) {
      for (UpdateForm form : UpdateForm.values()) {
        rows.add(form, new Place(backend, size, BETWEEN, 1));
      }
    }
    rows.add(UpdateForm.UNIFORM, new Place(backend, LARGE, BETWEEN, cores));
    rows.add(UpdateForm.INT8, new Place(backend, LARGE, BETWEEN, cores));
    rows.addPeers("int8", List.of(SMALL, LARGE));
    rows.addPeers("float32", List.of(SMALL, LARGE));
    rows.addNumPy(List.of(SMALL, LARGE));
    return new Preset(rows.withCeilings(), Timing.SHORT, 3);
  }

  /**
   * An hour or more: along every axis from a middle point, the plain backend beside, and every form
   * on a GPU.
   *
   * @param backend what computes
   * @param cores threads when all are meant
   * @param gpu whether one can be used here
   */
  public static Preset full(String backend, int cores, boolean gpu) {
    Rows rows = new Rows();
    Place middle = new Place(backend, SMALL, BETWEEN, 1);
    for (UpdateForm form : UpdateForm.values()) {
      for (String size : List.of("64", SMALL, "1000x1003", "2048", LARGE)) {
        rows.add(form, middle.ofSize(size));
      }
      for (String field : List.of("0", "0.25", BETWEEN, "0.75", "1")) {
        rows.add(form, middle.inField(field));
      }
      for (int threads : threadsUpTo(cores)) {
        rows.add(form, middle.ofSize(LARGE).onThreads(threads));
      }
    }
    for (UpdateForm form : List.of(UpdateForm.UNIFORM, UpdateForm.INT8, UpdateForm.FLOAT32)) {
      rows.add(form, new Place("scalar", SMALL, BETWEEN, 1));
      rows.add(form, new Place("scalar", LARGE, BETWEEN, 1));
    }
    if (gpu) {
      for (UpdateForm form : UpdateForm.values()) {
        rows.add(form, new Place(Backend.GPU.toString(), SMALL, BETWEEN, 1));
        rows.add(form, new Place(Backend.GPU.toString(), LARGE, BETWEEN, 1));
      }
    }
    for (String loop : List.of("int8", "float32", "factors", "noise")) {
      rows.addPeers(loop, List.of(SMALL, LARGE));
    }
    rows.addNumPy(List.of(SMALL, LARGE));
    return new Preset(rows.withCeilings(), Timing.LONG, 5);
  }

  /**
   * What a gate compares: every form in the cache and in memory, without ceilings and peers, and as
   * many rounds as a difference of some percent takes.
   *
   * @param backend what computes
   */
  public static Preset gate(String backend) {
    Rows rows = new Rows();
    for (String size : List.of(SMALL, LARGE)) {
      for (UpdateForm form : UpdateForm.values()) {
        rows.add(form, new Place(backend, size, BETWEEN, 1));
      }
    }
    return new Preset(List.copyOf(rows.all), Timing.SHORT, 10);
  }

  /**
   * Every form at every place, and the ceilings of each.
   *
   * @param forms the forms
   * @param places the places
   */
  public Preset with(List<UpdateForm> forms, List<Place> places) {
    Rows chosen = new Rows();
    places.forEach(place -> forms.forEach(form -> chosen.add(form, place)));
    return new Preset(chosen.withCeilings(), timing, rounds);
  }

  /** What computes its rows, slowest first. */
  public List<Backend> backends() {
    return Arrays.stream(Backend.values())
        .filter(
            backend ->
                rows.stream().anyMatch(r -> backend.toString().equals(r.params().get("backend"))))
        .toList();
  }

  /** The same with another number of rounds. */
  public Preset withRounds(int other) {
    return new Preset(rows, timing, other);
  }

  /** Only rows with that in their name or parameters. */
  public Preset onlyRows(Pattern pattern) {
    return new Preset(
        rows.stream().filter(row -> pattern.matcher(row.toString()).find()).toList(),
        timing,
        rounds);
  }

  /** 1, 2, 4 and so on, and the number itself. */
  static List<Integer> threadsUpTo(int cores) {
    return IntStream.concat(IntStream.iterate(1, t -> t < cores, t -> 2 * t), IntStream.of(cores))
        .boxed()
        .toList();
  }

  /** The ceilings of each row before the rows. */
  static List<Row> withCeilings(Collection<Row> rows) {
    Rows all = new Rows();
    all.all.addAll(rows);
    return all.withCeilings();
  }

  /** Rows by their order, each once. */
  private static final class Rows {
    private final Set<Row> all = new LinkedHashSet<>();

    /** A field that is not there cannot be switched on. */
    void add(UpdateForm form, Place place) {
      if (form != UpdateForm.FIELD_CHANGE || Double.parseDouble(place.field()) != 0) {
        all.add(form.at(place));
      }
    }

    void addPeers(String loop, List<String> sizes) {
      for (String size : sizes) {
        Map<String, String> params =
            Map.of("loop", loop, "size", size, "threads", "1", "compiler", "c++");
        all.add(Row.of(PeerBenchmark.class, "update", params));
      }
    }

    void addNumPy(List<String> sizes) {
      for (String size : sizes) {
        for (String loop : List.of("int8", "float32")) {
          Map<String, String> params = Map.of("loop", loop, "size", size, "python", "python3");
          all.add(Row.of(NumPyBenchmark.class, "update", params));
        }
      }
    }

    /** A GPU is none of the ceilings of the host. */
    List<Row> withCeilings() {
      Set<Row> ceilings = new LinkedHashSet<>();
      for (Row row : all) {
        if (row.isOnGpu()) {
          continue;
        }
        String threads = row.params().getOrDefault("threads", "1");
        String size = row.params().getOrDefault("size", SMALL);
        ceilings.add(Row.of(CeilingBenchmark.class, "fma", Map.of("threads", threads)));
        ceilings.add(
            Row.of(CeilingBenchmark.class, "scale", Map.of("threads", threads, "size", size)));
      }
      List<Row> rows = new ArrayList<>(ceilings);
      rows.addAll(all);
      return rows;
    }
  }

  /** The names that {@link #named} knows. */
  public static List<String> names() {
    return Arrays.asList("quick", "full");
  }

  /** A preset by its name; which of them ask for a GPU they say themselves. */
  public static Preset named(String name, String backend, int cores, BooleanSupplier gpu) {
    return switch (name) {
      case "quick" -> quick(backend, cores);
      case "full" -> full(backend, cores, gpu.getAsBoolean());
      default ->
          throw new IllegalArgumentException(
              "a preset is one of %s, was '%s'".formatted(names(), name));
    };
  }
}
