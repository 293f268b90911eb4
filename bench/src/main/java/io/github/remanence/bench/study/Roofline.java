package io.github.remanence.bench.study;

import io.github.remanence.bench.CeilingBenchmark;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a result stands beside the ceilings of the same study: the bytes a second of scaling in
 * place, in memory of the same size with as many threads, and the multiply-adds of as many threads.
 * Those are the host's: what a GPU computes has none here.
 *
 * <p>The time of a device is at least that of its bytes and that of its flops, whichever is longer;
 * the share is this least time over the measured one. [Williams, Waterman, Patterson, "Roofline",
 * CACM 52(4), 2009.]
 *
 * @param nsPerDevice measured
 * @param bytes a device, each once
 * @param flops a device
 * @param ceilingGigabytes 10^9 bytes a second of the ceiling
 * @param ceilingGigaflops 10^9 operations a second of the ceiling
 */
public record Roofline(
    double nsPerDevice,
    double bytes,
    double flops,
    double ceilingGigabytes,
    double ceilingGigaflops) {

  /** What bounds the time of a device. */
  public enum Limit {
    /** Its bytes take longer than its flops. */
    BYTES,
    /** Its flops take longer than its bytes. */
    FLOPS
  }

  /** Of a result, if the results have what it takes. */
  public static Optional<Roofline> of(Result result, Results results) {
    OptionalDouble scale =
        results
            .of(ceilingOfBytes(result.row()))
            .map(found -> found.median("perKilobyte"))
            .orElse(OptionalDouble.empty());
    OptionalDouble peak =
        results
            .of(ceilingOfFlops(result.row()))
            .map(found -> found.median("gigaflops"))
            .orElse(OptionalDouble.empty());
    if (result.row().isOnGpu()
        || result.form().isEmpty()
        || result.bytesPerDevice().isEmpty()
        || scale.isEmpty()
        || peak.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Roofline(
            result.nsPerDevice().orElseThrow(),
            result.bytesPerDevice().getAsDouble(),
            result.form().orElseThrow().flops(),
            1000 / scale.getAsDouble(),
            peak.getAsDouble()));
  }

  /** The row that has the ceiling of a row's bytes. */
  static Row ceilingOfBytes(Row row) {
    String size = row.params().getOrDefault("size", "");
    return Row.of(CeilingBenchmark.class, "scale", Map.of("threads", threads(row), "size", size));
  }

  /** The row that has the ceiling of its flops. */
  static Row ceilingOfFlops(Row row) {
    return Row.of(CeilingBenchmark.class, "fma", Map.of("threads", threads(row)));
  }

  private static String threads(Row row) {
    return row.params().getOrDefault("threads", "1");
  }

  /** Nanoseconds that the bytes of a device take at least. */
  public double leastOfBytes() {
    return bytes / ceilingGigabytes;
  }

  /** Nanoseconds that the flops of a device take at least. */
  public double leastOfFlops() {
    return flops / ceilingGigaflops;
  }

  /** What bounds it. */
  public Limit limit() {
    return leastOfBytes() >= leastOfFlops() ? Limit.BYTES : Limit.FLOPS;
  }

  /** The least time over the measured one; 1 is the limit. */
  public double share() {
    return Math.max(leastOfBytes(), leastOfFlops()) / nsPerDevice;
  }

  /** Flops for each byte: the place on the roofline's axis. */
  public double intensity() {
    return flops / bytes;
  }

  /** 10^9 flops a second. */
  public double gigaflops() {
    return flops / nsPerDevice;
  }
}
