package io.github.remanence.cli.bench;

import io.github.remanence.bench.study.Result;
import io.github.remanence.bench.study.Results;
import io.github.remanence.bench.study.Roofline;
import io.github.remanence.bench.study.UpdateForm;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of results as plain data.
 *
 * @param name benchmark and parameters
 * @param benchmark class and method
 * @param params by name
 * @param form the form of an update, if it is one
 * @param description of the form in words
 * @param forks how many there are
 * @param ns nanoseconds a device, the middle of the forks
 * @param lowNs the fastest fork
 * @param highNs the slowest fork
 * @param bytes a device
 * @param flops a device
 * @param gigaflops of the peak of arithmetic, which has no devices
 * @param ceilingGigabytes bytes a second of the ceiling beside it
 * @param ceilingGigaflops operations a second of the ceiling beside it
 * @param limit what bounds it: bytes or flops
 * @param share of that bound
 */
public record BenchRow(
    String name,
    String benchmark,
    Map<String, String> params,
    Optional<String> form,
    Optional<String> description,
    int forks,
    Optional<Double> ns,
    Optional<Double> lowNs,
    Optional<Double> highNs,
    Optional<Double> bytes,
    Optional<Double> flops,
    Optional<Double> gigaflops,
    Optional<Double> ceilingGigabytes,
    Optional<Double> ceilingGigaflops,
    Optional<String> limit,
    Optional<Double> share) {

  /** Of a result beside the ceilings of all. */
  static BenchRow of(Result result, Results all) {
    Optional<Roofline> roofline = Roofline.of(result, all);
    double[] ns = Arrays.stream(result.nsPerDeviceOfForks()).sorted().toArray();
    return new BenchRow(
        result.row().toString(),
        result.row().shortName(),
        result.row().params(),
        result.form().map(UpdateForm::toString),
        result.form().map(UpdateForm::description),
        result.forks().size(),
        boxed(result.nsPerDevice()),
        ns.length == 0 ? Optional.empty() : Optional.of(ns[0]),
        ns.length == 0 ? Optional.empty() : Optional.of(ns[ns.length - 1]),
        boxed(result.bytesPerDevice()),
        result.form().map(UpdateForm::flops),
        boxed(result.median("gigaflops")),
        roofline.map(Roofline::ceilingGigabytes),
        roofline.map(Roofline::ceilingGigaflops),
        roofline.map(BenchRow::limit),
        roofline.map(Roofline::share));
  }

  private static String limit(Roofline roofline) {
    return switch (roofline.limit()) {
      case BYTES -> "bytes";
      case FLOPS -> "flops";
    };
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
