package io.github.remanence.bench.study;

import io.github.remanence.bench.profile.ProcessorTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of a row.
 *
 * @param row the row
 * @param throughput whether more is faster; else the numbers are times
 * @param forks of the main number: for each fork its iterations
 * @param secondary the same of other numbers, by name
 */
public record Result(
    Row row, boolean throughput, List<double[]> forks, Map<String, List<double[]>> secondary) {

  /** Copies the list and the map. */
  public Result {
    forks = List.copyOf(forks);
    secondary = Map.copyOf(secondary);
  }

  /** The middle iteration of each fork of the main number. */
  public double[] forkMedians() {
    return forks.stream().mapToDouble(Result::median).toArray();
  }

  /**
   * The same of the processor time of an operation, which does not count the time that other
   * programs have the processor: of one thread only, as several also wait for each other.
   */
  public Optional<double[]> processorTimes() {
    List<double[]> times = secondary.getOrDefault(ProcessorTime.NAME, List.of());
    return times.size() == forks.size() && row.params().getOrDefault("threads", "1").equals("1")
        ? Optional.of(times.stream().mapToDouble(Result::median).toArray())
        : Optional.empty();
  }

  /** The middle of the forks' middles: one disturbed iteration or fork does not move it far. */
  public OptionalDouble median(String name) {
    List<double[]> values = secondary.get(name);
    return values == null || values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(medianOfForks(values));
  }

  /** Nanoseconds a device, if the benchmark counts devices. */
  public OptionalDouble nsPerDevice() {
    return median("perDevice");
  }

  /** Nanoseconds a device of each fork, the middle of its iterations. */
  public double[] nsPerDeviceOfForks() {
    return secondary.getOrDefault("perDevice", List.of()).stream()
        .mapToDouble(Result::median)
        .toArray();
  }

  /** Bytes that must be moved for a device, if the benchmark counts them. */
  public OptionalDouble bytesPerDevice() {
    List<double[]> devices = secondary.getOrDefault("perDevice", List.of());
    List<double[]> kilobytes = secondary.getOrDefault("perKilobyte", List.of());
    if (devices.isEmpty() || kilobytes.isEmpty()) {
      return OptionalDouble.empty();
    }
    // Both from the same iteration, where their ratio is exact.
    return OptionalDouble.of(1000 * devices.getFirst()[0] / kilobytes.getFirst()[0]);
  }

  /** The form of an update that this is, if it is one. */
  public Optional<UpdateForm> form() {
    return UpdateForm.of(row);
  }

  private static double medianOfForks(List<double[]> forks) {
    return median(forks.stream().mapToDouble(Result::median).toArray());
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
