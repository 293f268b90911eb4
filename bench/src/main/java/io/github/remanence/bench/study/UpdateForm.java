package io.github.remanence.bench.study;

import io.github.remanence.bench.CrossbarBenchmark;
import io.github.remanence.bench.DifferentialPairBenchmark;
import io.github.remanence.bench.FactorsBenchmark;
import io.github.remanence.bench.FieldChangeBenchmark;
import io.github.remanence.bench.GradientBenchmark;
import io.github.remanence.bench.NoiseBenchmark;
import io.github.remanence.bench.OuterProductSumBenchmark;
import io.github.remanence.bench.PerDeviceUpdateBenchmark;
import io.github.remanence.bench.UniformUpdateBenchmark;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The forms of an update that a study asks about, each a benchmark with some parameters fixed, and
 * the arithmetic that it takes.
 *
 * <p>Flops are those of the vector backend in a field between none and saturation, in vectors of
 * 256 bits or more, and a test counts them as they are done: an addition, multiplication, division
 * or root is one, a fused multiply-add two, and what only compares, picks, converts, looks up, or
 * computes with integers is none. 2^y - 1 from its argument in two parts takes 16 of them, with the
 * parts 19 or 21, log2 23, a normal number 45.
 */
public enum UpdateForm {
  /** The affine map 4, and the rule for NaN. */
  UNIFORM("uniform", "the same pulses for every device", UniformUpdateBenchmark.class, "update", 6),
  /** A table has the exponentials: two of its values are joined, and a device approaches. */
  INT8("int8", "int8 counts", PerDeviceUpdateBenchmark.class, "update", 8, "counts", "int8"),
  /** 2^y - 1 is 21 of it. */
  FLOAT32(
      "float32",
      "float32 counts",
      PerDeviceUpdateBenchmark.class,
      "update",
      29,
      "counts",
      "float32"),
  /** As {@link #FLOAT32}. */
  GRADIENT("gradient", "gradient, dead zone", GradientBenchmark.class, "update", 29),
  /** 2^y - 1 twice, a division, and four factors, each a multiplication away from float16. */
  FACTORS(
      "factors", "int8, factors on all", FactorsBenchmark.class, "update", 68, "factors", "all"),
  /** 2^y - 1 twice, and a normal number, whose 32 random bits are made with integers. */
  NOISE(
      "noise",
      "int8, noise of each step",
      NoiseBenchmark.class,
      "update",
      101,
      "noise",
      "per-step",
      "factors",
      "none"),
  /** Half of what a pair takes. */
  PAIR("pair", "differential pair", DifferentialPairBenchmark.class, "update", 17.5),
  /** log2 and 2^y - 1. */
  FIELD_CHANGE(
      "field-change",
      "change of field, keep x",
      FieldChangeBenchmark.class,
      "change",
      57,
      "rule",
      "keep-x"),
  /** Two for each vector, and what a gradient takes. */
  SUM(
      "sum",
      "sum of 64 outer products",
      OuterProductSumBenchmark.class,
      "update",
      2 * 64 + 29,
      "batch",
      "64",
      "sum",
      "kernel");

  private final String title;
  private final String description;
  private final Class<? extends CrossbarBenchmark> type;
  private final String method;
  private final double flops;

  @SuppressWarnings("ImmutableEnumChecker") // Map.copyOf cannot be changed
  private final Map<String, String> fixed;

  UpdateForm(
      String title,
      String description,
      Class<? extends CrossbarBenchmark> type,
      String method,
      double flops,
      String... fixed) {
    this.title = title;
    this.description = description;
    this.type = type;
    this.method = method;
    this.flops = flops;
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < fixed.length; i += 2) {
      pairs.put(fixed[i], fixed[i + 1]);
    }
    this.fixed = Map.copyOf(pairs);
  }

  /** The one spelling of its name. */
  @Override
  public String toString() {
    return title;
  }

  /** What it is, in some words. */
  public String description() {
    return description;
  }

  /** Floating-point operations a device. */
  public double flops() {
    return flops;
  }

  /** The row of this form at a place. */
  Row at(Place place) {
    Map<String, String> params = new HashMap<>(fixed);
    params.put("backend", place.backend());
    params.put("size", place.size());
    params.put("field", place.field());
    params.put("threads", String.valueOf(place.threads()));
    return Row.of(type, method, params);
  }

  /** The form that a row is about, if it is about one. */
  public static Optional<UpdateForm> of(Row row) {
    return Arrays.stream(values())
        .filter(form -> row.benchmark().equals(form.type.getName() + "." + form.method))
        .filter(form -> row.params().entrySet().containsAll(form.fixed.entrySet()))
        .findFirst();
  }
}
